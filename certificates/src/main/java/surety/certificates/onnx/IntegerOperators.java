package surety.certificates.onnx;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The rules of the operators that compute shapes: on constant integers, as the shapes of all
 * tensors are known. Results beyond 32 bits are refused: they would differ in int32 and int64.
 */
final class IntegerOperators {

  private static final long PRODUCT_TAKES_INPUTS = 18;

  private IntegerOperators() {}

  /** Whether both inputs of a node are constant integers. */
  static boolean isFor(Call call) {
    return call.isInteger(0) && call.isInteger(1);
  }

  /** The shape of a tensor, or a part of it. */
  static Value shape(Call call) throws NetworkFormatException {
    Shape shape = call.tensor(0).shape();
    int rank = shape.rank();
    int from = clamped(call.intAttribute("start", 0), rank);
    int to = Math.max(from, clamped(call.intAttribute("end", rank), rank));
    return Integers.vector(shape.part(from, to).dims().stream().mapToLong(i -> i).toArray());
  }

  private static int clamped(long axis, int rank) {
    return (int) Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
  }

  /** The number of elements of a tensor. */
  static Value size(Call call) throws NetworkFormatException {
    return new Integers(Shape.SCALAR, call.tensor(0).shape().size());
  }

  /** A tensor of one number again and again. */
  static Value constantOfShape(Call call) throws NetworkFormatException {
    Shape shape = Shape.checked(call.vector(0), call.node().describe());
    Optional<OnnxTensor> value = call.tensorAttribute("value");
    Value.Tensor one =
        value.isPresent()
            ? value.get().loaded(call.context().files()).decoded(call.budget())
            : Numbers.scalar(0);
    if (one.shape().size() != 1) {
      throw call.error("its value has the shape %s, not one element", one.shape());
    }
    return call.broadcast(one.reshaped(Shape.SCALAR), shape);
  }

  /** The integers from a first one, in steps, up to a last one that is not reached. */
  static Value range(Call call) throws NetworkFormatException {
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
      return Integers.vector(LongStream.range(0, count).map(i -> start + i * delta).toArray());
    } catch (ArithmeticException e) {
      throw overflow(call);
    }
  }

  private static long single(Call call, int input) throws NetworkFormatException {
    Integers integers = call.integers(input);
    if (integers.shape().size() != 1) {
      throw call.error("input %d must be one integer", input);
    }
    return integers.at(0);
  }

  /** An operation on two tensors of integers, with broadcasting. */
  static Integers fold(Call call, LongBinaryOperator operator) throws NetworkFormatException {
    return fold(call, call.integers(0), call.integers(1), operator);
  }

  private static Integers fold(Call call, Integers a, Integers b, LongBinaryOperator operator)
      throws NetworkFormatException {
    Shape shape = call.broadcast(a.shape(), b.shape());
    Integers left = (Integers) call.broadcast(a, shape);
    Integers right = (Integers) call.broadcast(b, shape);
    call.spend(shape.size());
    try {
      return new Integers(
          shape,
          IntStream.range(0, shape.size())
              .mapToLong(i -> Math.toIntExact(operator.applyAsLong(left.at(i), right.at(i))))
              .toArray());
    } catch (ArithmeticException e) {
      throw overflow(call);
    }
  }

  /** The integers with the other sign. */
  static Integers negate(Call call) throws NetworkFormatException {
    return fold(call, new Integers(Shape.SCALAR, 0), call.integers(0), Math::subtractExact);
  }

  /** The product of all integers, which is what shapes need; of some axes it is refused. */
  static Value product(Call call) throws NetworkFormatException {
    Integers x = call.integers(0);
    int rank = x.shape().rank();
    long[] axes = call.list("axes", 1, PRODUCT_TAKES_INPUTS).orElse(new long[0]);
    int reduced =
        axes.length > 0
            ? call.axes(axes, rank).cardinality()
            : call.flag("noop_with_empty_axes", false) ? 0 : rank;
    if (reduced < rank) {
      throw call.error("of integers only the product of all is supported");
    }
    boolean keeps = call.flag("keepdims", true);
    Shape result = new Shape(Collections.nCopies(keeps ? rank : 0, 1));
    try {
      return new Integers(
          result,
          Arrays.stream(x.values()).reduce(1, (a, b) -> Math.toIntExact(Math.multiplyExact(a, b))));
    } catch (ArithmeticException e) {
      throw overflow(call);
    }
  }

  /** Rounded towards zero, as in C. */
  static long quotient(long a, long b) {
    return b == -1 ? Math.negateExact(a) : a / b;
  }

  /** What is left of a division: with the sign of the divisor, or as in C that of the dividend. */
  static Value remainder(Call call) throws NetworkFormatException {
    if (!isFor(call)) {
      throw call.error("it jumps; only of constant integers it is supported");
    }
    boolean isOfDividend = call.flag("fmod", false);
    return fold(call, isOfDividend ? (a, b) -> a % b : Math::floorMod);
  }

  private static NetworkFormatException overflow(Call call) {
    return call.error("its integers divide by zero or leave the range of 32 bits");
  }

  /** One or the other of two tensors, by a constant one of truth values. */
  static Value where(Call call) throws NetworkFormatException {
    Integers condition = call.integers(0);
    Value.Tensor yes = call.tensor(1);
    Value.Tensor no = call.tensor(2);
    Shape both = call.broadcast(yes.shape(), no.shape());
    Shape shape = call.broadcast(condition.shape(), both);
    Integers isYes = (Integers) call.broadcast(condition, shape);
    Value.Tensor all =
        ConcatOperator.joined(call, List.of(call.broadcast(yes, shape), call.broadcast(no, shape)));
    int size = shape.size();
    IndexMap choice = IndexMap.of(all.shape()).with(0, size, i -> isYes.at(i) != 0 ? i : size + i);
    return call.moved(all, choice).reshaped(shape);
  }
}
