package surety.certificates.onnx;

import java.util.stream.IntStream;
import surety.certificates.activation.Activation;

/**
 * The rules of Softmax and LogSoftmax. Over the reals {@code e^x_i / sum_j e^x_j} is 1 over {@code
 * 1 + sum_(j != i) e^(x_j - x_i)}, which is at least 1: nothing is divided by a number near 0, and
 * bounds of the result are between 0 and 1. Of two scores it is the logistic function of their
 * difference.
 */
final class ScoreOperators {

  private static final long ALONG_ONE_AXIS = 13;

  private ScoreOperators() {}

  static Value softmax(Call call) throws NetworkFormatException {
    return alongAxis(call, ScoreOperators::softmax);
  }

  static Value logSoftmax(Call call) throws NetworkFormatException {
    return alongAxis(call, ScoreOperators::logSoftmax);
  }

  /** What becomes of the scores along the last axis. */
  @FunctionalInterface
  private interface Rule {
    Value.Real of(Call call, Computed scores) throws NetworkFormatException;
  }

  /** Up to opset 12 all axes from the given one on are one; then only that axis counts. */
  private static Value alongAxis(Call call, Rule rule) throws NetworkFormatException {
    Computed x = call.computed(0);
    Shape shape = x.shape();
    int rank = shape.rank();
    boolean isOne = call.context().opset() >= ALONG_ONE_AXIS;
    int axis = call.axis(call.intAttribute("axis", isOne ? -1 : 1), rank);
    if (!isOne) {
      Shape flat = Shape.SCALAR.then(shape.product(0, axis), shape.product(axis, rank));
      return rule.of(call, x.reshaped(flat)).reshaped(shape);
    }
    int[] order = IntStream.range(0, rank).toArray();
    order[axis] = rank - 1;
    order[rank - 1] = axis; // the two are exchanged, and then exchanged again
    Computed last = (Computed) call.moved(x, IndexMap.of(shape).permuted(order));
    Value.Real result = rule.of(call, last);
    return call.moved(result, IndexMap.of(last.shape()).permuted(order));
  }

  private static Value.Real softmax(Call call, Computed scores) throws NetworkFormatException {
    int count = scores.shape().dim(-1);
    if (count == 2) {
      Value.Real other = others(call, scores, 2).reshaped(scores.shape());
      Value.Real lead = Arithmetic.DIFFERENCE.of(call, scores, other);
      return ActivationOperators.apply(call, lead, i -> Activation.SIGMOID);
    }
    return ElementwiseOperators.reciprocal(call, oneAndRatios(call, scores, count));
  }

  private static Value.Real logSoftmax(Call call, Computed scores) throws NetworkFormatException {
    int count = scores.shape().dim(-1);
    Value.Real size = logOfOneAndRatios(call, scores, count);
    return Arithmetic.PRODUCT.of(call, size, Numbers.scalar(-1));
  }

  /** {@code ln sum_j e^x_j} along the last axis, which is gone. */
  static Value.Real logSumExp(Call call, Value.Real scores) throws NetworkFormatException {
    if (!(scores instanceof Computed computed)) {
      throw call.error("of constants it is not supported; fold constants");
    }
    Shape shape = scores.shape();
    int axis = shape.rank() - 1;
    int count = shape.dim(-1);
    Computed first = (Computed) call.moved(scores, IndexMap.of(shape).with(axis, 1, i -> 0));
    Shape outer = shape.part(0, axis);
    if (count == 1) {
      return first.reshaped(outer);
    }
    Value.Real rest = call.moved(computed, IndexMap.of(shape).with(axis, count - 1, i -> i + 1));
    Value.Real more = logOfOneAnd(call, Arithmetic.DIFFERENCE.of(call, rest, first));
    return Arithmetic.SUM.of(call, first.reshaped(outer), more);
  }

  /** {@code ln(1 + sum_(j != i) e^(x_j - x_i))} for each i. */
  private static Value.Real logOfOneAndRatios(Call call, Computed scores, int count)
      throws NetworkFormatException {
    return logOfOneAnd(call, differences(call, scores, count)).reshaped(scores.shape());
  }

  /** {@code ln(1 + sum_j e^d_j)} along the last axis, which is gone. */
  private static Value.Real logOfOneAnd(Call call, Value.Real differences)
      throws NetworkFormatException {
    Shape shape = differences.shape();
    if (shape.dim(-1) == 1) {
      Value.Real only = differences.reshaped(shape.part(0, shape.rank() - 1));
      return ActivationOperators.apply(call, only, i -> Activation.SOFTPLUS);
    }
    return ElementwiseOperators.log(call, oneAndExponentials(call, differences));
  }

  /** {@code 1 + sum_(j != i) e^(x_j - x_i)} for each i. */
  private static Value.Real oneAndRatios(Call call, Computed scores, int count)
      throws NetworkFormatException {
    return oneAndExponentials(call, differences(call, scores, count)).reshaped(scores.shape());
  }

  private static Value.Real oneAndExponentials(Call call, Value.Real differences)
      throws NetworkFormatException {
    Value.Real ratios = ActivationOperators.apply(call, differences, i -> Activation.EXP);
    Value.Real sums = ReduceOperators.sumOfLast(call, ratios);
    return Arithmetic.SUM.of(call, sums, Numbers.scalar(1));
  }

  /** {@code x_j - x_i} for each i and each other j, along a new last axis. */
  private static Value.Real differences(Call call, Computed scores, int count)
      throws NetworkFormatException {
    if (count < 2) {
      throw call.error("of one number along the axis it is a constant; it needs two or more");
    }
    Shape each = scores.shape().then(1);
    return Arithmetic.DIFFERENCE.of(call, others(call, scores, count), scores.reshaped(each));
  }

  /** The x_j for each i and each other j, along a new last axis. */
  private static Value.Real others(Call call, Computed scores, int count)
      throws NetworkFormatException {
    Shape shape = scores.shape();
    int groups = shape.size() / count;
    call.spend(2L * shape.size() * (count - 1));
    int[] sources = new int[shape.size() * (count - 1)];
    int next = 0;
    for (int group = 0; group < groups; group++) {
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          if (j != i) {
            sources[next++] = group * count + j;
          }
        }
      }
    }
    return new Computed(shape.then(count - 1), scores.wires().select(sources));
  }
}
