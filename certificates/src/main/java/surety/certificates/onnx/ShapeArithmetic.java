package surety.certificates.onnx;

import java.util.List;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import surety.certificates.onnx.OnnxModel.Attribute;

/**
 * The rules of the operators that compute shapes: on constant integers, as the shapes of all
 * tensors are known. Results beyond 32 bits are refused: they would differ in int32 and int64.
 */
final class ShapeArithmetic {

  private ShapeArithmetic() {}

  /** Whether both inputs of a node are constant integers. */
  static boolean isFor(Invocation call) {
    return call.isInteger(0) && call.isInteger(1);
  }

  /** The shape of a tensor, or a part of it. */
  static Value shape(Invocation call) throws NetworkFormatException {
    Shape shape = call.tensor(0).shape();
    int rank = shape.rank();
    int from = clamped(call.intAttribute("start", 0), rank);
    int to = Math.max(from, clamped(call.intAttribute("end", rank), rank));
    return vector(shape.dims().subList(from, to).stream().mapToLong(i -> i).toArray());
  }

  private static int clamped(long axis, int rank) {
    return (int) Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
  }

  private static Integers vector(long... values) {
    return new Integers(Shape.SCALAR.then(values.length), values);
  }

  /** The number of elements of a tensor. */
  static Value size(Invocation call) throws NetworkFormatException {
    return new Integers(Shape.SCALAR, new long[] {call.tensor(0).shape().size()});
  }

  /** A tensor of one number again and again. */
  static Value constantOfShape(Invocation call) throws NetworkFormatException {
    Shape shape = Shape.checked(call.vector(0), call.node().describe());
    Optional<Attribute> value = call.attribute("value", Attribute.TENSOR);
    Value.Tensor one = ElementwiseOperators.scalar(0);
    if (value.isPresent()) {
      OnnxTensor stored = value.get().tensor().orElseThrow(() -> call.error("it has no value"));
      one = stored.isInteger() ? stored.integers(call.budget()) : stored.numbers(call.budget());
    }
    if (one.shape().size() != 1) {
      throw call.error("its value has the shape %s, not one element".formatted(one.shape()));
    }
    call.spend(2L * shape.size());
    return one.selected(new int[shape.size()], shape);
  }

  /** The integers from a first one, in steps, up to a last one that is not reached. */
  static Value range(Invocation call) throws NetworkFormatException {
    long start = single(call, 0);
    long limit = single(call, 1);
    long delta = single(call, 2);
    if (delta == 0) {
      throw call.error("a step of 0 leads nowhere");
    }
    try {
      long distance = Math.subtractExact(limit, start);
      long count = Math.max(0, -Math.floorDiv(Math.negateExact(distance), delta));
      call.spend(count);
      long[] values = new long[(int) count];
      for (int i = 0; i < values.length; i++) {
        values[i] = start + i * delta;
      }
      return vector(values);
    } catch (ArithmeticException e) {
      throw overflow(call);
    }
  }

  private static long single(Invocation call, int input) throws NetworkFormatException {
    Integers integers = call.integers(input);
    if (integers.shape().size() != 1) {
      throw call.error("input %d must be one integer".formatted(input));
    }
    return integers.at(0);
  }

  /** An operation on two tensors of integers, with broadcasting. */
  static Integers fold(Invocation call, LongBinaryOperator operator) throws NetworkFormatException {
    Integers left = call.integers(0);
    Integers right = call.integers(1);
    Shape shape = ElementwiseOperators.broadcast(call, left.shape(), right.shape());
    call.spend(3L * shape.size());
    int[] lefts = left.shape().sourcesIn(shape);
    int[] rights = right.shape().sourcesIn(shape);
    long[] values = new long[lefts.length];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.toIntExact(operator.applyAsLong(left.at(lefts[i]), right.at(rights[i])));
      }
    } catch (ArithmeticException e) {
      throw overflow(call);
    }
    return new Integers(shape, values);
  }

  /** The integers with the other sign. */
  static Integers negate(Invocation call) throws NetworkFormatException {
    Integers integers = call.integers(0);
    long[] values = integers.values();
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.toIntExact(-values[i]); // the least one has no other sign, and is too wide
      }
    } catch (ArithmeticException e) {
      throw overflow(call);
    }
    return new Integers(integers.shape(), values);
  }

  /** Rounded towards zero, as in C. */
  static long quotient(long a, long b) {
    if (b == -1) {
      return Math.negateExact(a);
    }
    return a / b;
  }

  private static NetworkFormatException overflow(Invocation call) {
    return call.error("its integers divide by zero or leave the range of 32 bits");
  }

  /** Whether two constants are equal. */
  static Value equal(Invocation call) throws NetworkFormatException {
    return fold(call, (a, b) -> a == b ? 1 : 0);
  }

  /** One or the other of two constant tensors, by a third one of truth values. */
  static Value where(Invocation call) throws NetworkFormatException {
    Integers condition = call.integers(0);
    Value.Tensor yes = call.tensor(1);
    Value.Tensor no = call.tensor(2);
    Shape both = ElementwiseOperators.broadcast(call, yes.shape(), no.shape());
    Shape shape = ElementwiseOperators.broadcast(call, condition.shape(), both);
    call.spend(5L * shape.size());
    int[] conditions = condition.shape().sourcesIn(shape);
    int[] sources = yes.shape().sourcesIn(shape);
    int[] others = no.shape().sourcesIn(shape);
    for (int i = 0; i < sources.length; i++) {
      if (condition.at(conditions[i]) == 0) {
        sources[i] = yes.shape().size() + others[i];
      }
    }
    return ConcatOperator.joined(call, List.of(yes, no)).selected(sources, shape);
  }
}
