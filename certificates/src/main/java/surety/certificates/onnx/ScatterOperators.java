package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.Arrays;
import java.util.List;

/**
 * The rules of the operators that put elements or slices into a copy of a tensor, at constant
 * indices: each element of the result is one of the two tensors, or a sum or product of them.
 */
final class ScatterOperators {

  private ScatterOperators() {}

  /** Element by element, along an axis. */
  static Value elements(Call call) throws NetworkFormatException {
    Integers indices = call.integers(1);
    requireShape(call, indices.shape());
    return scattered(call, ElementOperators.along(call, call.tensor(0).shape(), indices));
  }

  /** Slice by slice. */
  static Value slices(Call call) throws NetworkFormatException {
    Integers indices = call.integers(1);
    Shape shape = call.tensor(0).shape();
    int[] starts = ElementOperators.starts(call, shape, indices, 0);
    Shape inner = shape.part(indices.shape().dim(-1), shape.rank());
    Shape given = indices.shape().part(0, indices.shape().rank() - 1).then(inner);
    requireShape(call, given);
    call.spend(given.size());
    int[] targets = new int[given.size()];
    Arrays.setAll(targets, i -> starts[i / inner.size()] + i % inner.size());
    return scattered(call, targets);
  }

  private static void requireShape(Call call, Shape shape) throws NetworkFormatException {
    if (!call.tensor(2).shape().equals(shape)) {
      throw call.error(
          "what it puts has the shape %s; it must be %s", call.tensor(2).shape(), shape);
    }
  }

  /**
   * The result.
   *
   * @param targets the number of the element that each element of input 2 goes to
   */
  private static Value scattered(Call call, int[] targets) throws NetworkFormatException {
    String reduction = call.textAttribute("reduction", "none");
    return switch (reduction) {
      case "none" -> replaced(call, targets);
      case "add" -> combined(call, targets, Arithmetic.SUM, 0);
      case "mul" -> combined(call, targets, Arithmetic.PRODUCT, 1);
      default ->
          throw call.error(
              "the reduction %s is not supported; only 'none', 'add' and 'mul' are",
              quote(reduction));
    };
  }

  private static Value replaced(Call call, int[] targets) throws NetworkFormatException {
    Value.Tensor data = call.tensor(0);
    int size = data.shape().size();
    call.spend(size);
    int[] sources = new int[size];
    Arrays.setAll(sources, i -> i);
    for (int i = 0; i < targets.length; i++) {
      if (sources[targets[i]] >= size) {
        throw call.error(
            "it puts several elements to the same place (%d), of which any may be left; export the"
                + " network with different indices",
            targets[i]);
      }
      sources[targets[i]] = size + i;
    }
    Value.Tensor all = ConcatOperator.joined(call, List.of(data, call.tensor(2)));
    return ElementOperators.picked(call, all, data.shape(), i -> sources[i]);
  }

  /** Round by round, for elements that go to the same place, with a neutral number elsewhere. */
  private static Value combined(Call call, int[] targets, Arithmetic operation, double neutral)
      throws NetworkFormatException {
    Value.Real result = call.real(0);
    Shape shape = result.shape();
    Value.Tensor all = ConcatOperator.joined(call, List.of(call.real(2), Numbers.scalar(neutral)));
    boolean[] isDone = new boolean[targets.length];
    for (int done = 0; done < targets.length; ) {
      call.spend(shape.size());
      int[] sources = new int[shape.size()];
      Arrays.fill(sources, targets.length);
      for (int i = 0; i < targets.length; i++) {
        if (!isDone[i] && sources[targets[i]] == targets.length) {
          sources[targets[i]] = i;
          isDone[i] = true;
          done++;
        }
      }
      Value.Tensor round = ElementOperators.picked(call, all, shape, i -> sources[i]);
      result = operation.of(call, result, (Value.Real) round);
    }
    return result;
  }
}
