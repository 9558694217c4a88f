package surety.certificates.onnx;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import surety.certificates.activation.Activation;

/**
 * The rules of the operators that make one number of all numbers along some axes. A sum is a
 * product with a vector of ones; a maximum is taken of the two halves again and again, so that it
 * takes no more gates than it has to. Norms and logarithms are made of these.
 */
final class ReduceOperators {

  private static final long SUM_TAKES_INPUTS = 13;
  private static final long OTHERS_TAKE_INPUTS = 18;

  /** A tensor whose last axis is to be reduced, and the shape of the result. */
  private record Reduction(Value.Real value, int count, Shape result) {

    /** The same of what a function makes of each number. */
    Reduction mapped(Call call, Activation function) throws NetworkFormatException {
      return new Reduction(ActivationOperators.apply(call, value, i -> function), count, result);
    }
  }

  private ReduceOperators() {}

  static Value sum(Call call) throws NetworkFormatException {
    return sum(call, reduction(call, SUM_TAKES_INPUTS));
  }

  static Value mean(Call call) throws NetworkFormatException {
    return mean(call, reduction(call, OTHERS_TAKE_INPUTS));
  }

  /** The mean of each channel. */
  static Value channelMean(Call call) throws NetworkFormatException {
    return mean(call, channels(call));
  }

  private static Value mean(Call call, Reduction reduction) throws NetworkFormatException {
    return ElementwiseOperators.quotient(
        call, sum(call, reduction), Numbers.scalar(reduction.count));
  }

  /** The sum of the absolute values. */
  static Value l1(Call call) throws NetworkFormatException {
    return sum(call, someAxes(call).mapped(call, Activation.ABS));
  }

  /** The root of the sum of squares. */
  static Value l2(Call call) throws NetworkFormatException {
    return ElementwiseOperators.sqrt(call, squares(call));
  }

  static Value sumSquare(Call call) throws NetworkFormatException {
    return squares(call);
  }

  private static Value.Real squares(Call call) throws NetworkFormatException {
    return sum(call, someAxes(call).mapped(call, Activation.SQUARE));
  }

  static Value logSum(Call call) throws NetworkFormatException {
    return ElementwiseOperators.log(call, sum(call, someAxes(call)));
  }

  /** Of the numbers along an axis {@code x_1 + ln(1 + sum e^(x_j - x_1))}, without huge numbers. */
  static Value logSumExp(Call call) throws NetworkFormatException {
    Reduction reduction = someAxes(call);
    return ScoreOperators.logSumExp(call, reduction.value).reshaped(reduction.result);
  }

  /** The product, two by two. */
  static Value product(Call call) throws NetworkFormatException {
    if (call.isInteger(0)) {
      return IntegerOperators.product(call);
    }
    return halved(
        call, reduction(call, OTHERS_TAKE_INPUTS), (a, b) -> Arithmetic.PRODUCT.of(call, a, b));
  }

  static Value max(Call call) throws NetworkFormatException {
    return extreme(call, reduction(call, OTHERS_TAKE_INPUTS), false);
  }

  static Value min(Call call) throws NetworkFormatException {
    return extreme(call, reduction(call, OTHERS_TAKE_INPUTS), true);
  }

  /** The largest number of each channel. */
  static Value channelMax(Call call) throws NetworkFormatException {
    return extreme(call, channels(call), false);
  }

  private static Value extreme(Call call, Reduction reduction, boolean smallest)
      throws NetworkFormatException {
    return halved(call, reduction, (a, b) -> ExtremeOperators.extreme(call, a, b, smallest));
  }

  /** The sums along the last axis, which is gone. */
  static Value.Real sumOfLast(Call call, Value.Real value) throws NetworkFormatException {
    Shape shape = value.shape();
    Shape outer = shape.part(0, shape.rank() - 1);
    return sum(call, new Reduction(value, shape.dim(-1), outer));
  }

  private static Value.Real sum(Call call, Reduction reduction) throws NetworkFormatException {
    if (reduction.value instanceof Computed computed && reduction.count > 1) {
      double[] ones = new double[reduction.count];
      Arrays.fill(ones, 1);
      Numbers vector = new Numbers("", Shape.SCALAR.then(ones.length), ones);
      return MatrixOperators.product(call, computed, vector, true).reshaped(reduction.result);
    }
    return halved(call, reduction, (a, b) -> Arithmetic.SUM.of(call, a, b));
  }

  /** Combines the first half of the last axis with the second one until one number is left. */
  private static Value.Real halved(Call call, Reduction reduction, Call.Combination combination)
      throws NetworkFormatException {
    Value.Real value = reduction.value();
    for (int count = reduction.count(); count > 1; count = (count + 1) / 2) {
      int half = count / 2;
      Value.Real both = combination.of(part(call, value, 0, half), part(call, value, half, half));
      if (count % 2 == 0) {
        value = both;
      } else {
        Value.Real rest = part(call, value, count - 1, 1);
        int last = value.shape().rank() - 1;
        value = (Value.Real) ConcatOperator.concat(call, List.of(both, rest), last);
      }
    }
    return value.reshaped(reduction.result());
  }

  private static Value.Real part(Call call, Value.Real value, int from, int length)
      throws NetworkFormatException {
    int last = value.shape().rank() - 1;
    return call.moved(value, IndexMap.of(value.shape()).with(last, length, i -> from + i));
  }

  /**
   * What is to be reduced by an operator that is more than a sum, a mean, a product, a maximum or a
   * minimum. Of no axes it would be the input itself, as the standard once said, or the function of
   * each number, as it says now; programs do the one or the other.
   */
  private static Reduction someAxes(Call call) throws NetworkFormatException {
    boolean isNothing = call.flag("noop_with_empty_axes", false);
    if (isNothing && call.list("axes", 1, OTHERS_TAKE_INPUTS).orElse(new long[0]).length == 0) {
      throw call.error(
          "it has noop_with_empty_axes = 1 and no axes, of which programs make different things;"
              + " leave the node out, or write the function of each number");
    }
    return reduction(call, OTHERS_TAKE_INPUTS);
  }

  /** What is to be reduced, with the reduced axes as one at the end; none of them if it says so. */
  private static Reduction reduction(Call call, long inputSince) throws NetworkFormatException {
    Value.Real value = call.real(0);
    Shape shape = value.shape();
    boolean isNothing = call.flag("noop_with_empty_axes", false);
    long[] given = call.list("axes", 1, inputSince).orElse(new long[0]);
    BitSet reduced = call.axes(given, shape.rank());
    if (given.length == 0 && !isNothing) {
      reduced.set(0, shape.rank());
    }
    return reduction(call, value, reduced, call.flag("keepdims", true));
  }

  /** All axes behind the batch and the channels. */
  private static Reduction channels(Call call) throws NetworkFormatException {
    Value.Real value = call.real(0);
    if (value.shape().rank() < 3) {
      throw call.error(
          "it needs a batch, channels and further axes, but has the shape %s", value.shape());
    }
    BitSet reduced = new BitSet();
    reduced.set(2, value.shape().rank());
    return reduction(call, value, reduced, true);
  }

  private static Reduction reduction(Call call, Value.Real value, BitSet reduced, boolean keeps)
      throws NetworkFormatException {
    Shape shape = value.shape();
    int[] kept = IntStream.range(0, shape.rank()).filter(axis -> !reduced.get(axis)).toArray();
    int[] order = IntStream.concat(Arrays.stream(kept), reduced.stream()).toArray();
    Shape outer = new Shape(Arrays.stream(kept).mapToObj(shape::dim).toList());
    IntStream all = IntStream.range(0, shape.rank());
    Shape result =
        keeps
            ? new Shape(all.mapToObj(axis -> reduced.get(axis) ? 1 : shape.dim(axis)).toList())
            : outer;
    int count = shape.size() / outer.size();
    Value.Real moved = call.moved(value, IndexMap.of(shape).permuted(order));
    return new Reduction(moved.reshaped(outer.then(count)), count, result);
  }
}
