package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntFunction;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.Exact;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Wires;

/**
 * The rules of the operators that work number by number, with the broadcasting of opset 7 and
 * later. With a constant of doubles they become gates of one weight per row, with another constant
 * a {@link Scaling} of each number. Of two constants they are computed exactly, or enclosed where
 * the constants are.
 */
final class ElementwiseOperators {

  /**
   * What a constant c makes of a number x: {@code (factor + factorOfConstant c) x + shiftOfConstant
   * c}. All three are 0, 1 or -1, so that nothing is rounded.
   */
  private record Affine(double factor, double factorOfConstant, double shiftOfConstant) {
    RealNumber factor(RealNumber c) {
      return RealNumber.of(factor).plus(RealNumber.of(factorOfConstant).times(c));
    }

    RealNumber shift(RealNumber c) {
      return RealNumber.of(shiftOfConstant).times(c);
    }
  }

  /** An operation on doubles, a test that it is exact, and the same on any real numbers. */
  private record Folding(
      DoubleBinaryOperator value, ExactnessTest exact, BinaryOperator<RealNumber> real) {}

  @FunctionalInterface
  private interface ExactnessTest {
    boolean test(double a, double b);
  }

  private static final Affine X_PLUS_C = new Affine(1, 0, 1);
  private static final Affine X_MINUS_C = new Affine(1, 0, -1);
  private static final Affine C_MINUS_X = new Affine(-1, 0, 1);
  private static final Affine X_TIMES_C = new Affine(0, 1, 0);

  private static final Folding SUM = new Folding((x, y) -> x + y, Exact::sum, RealNumber::plus);
  private static final Folding DIFFERENCE =
      new Folding((x, y) -> x - y, (x, y) -> Exact.sum(x, -y), RealNumber::minus);
  private static final Folding PRODUCT =
      new Folding((x, y) -> x * y, Exact::product, RealNumber::times);
  private static final Folding MAXIMUM = new Folding(Math::max, (x, y) -> true, RealNumber::max);
  private static final Folding MINIMUM =
      new Folding(Math::min, (x, y) -> true, (x, y) -> x.negate().max(y.negate()).negate());

  /** What a number that is no double takes of the budget, as it may be a long fraction. */
  private static final long NUMBERS_PER_REAL = 12;

  private ElementwiseOperators() {}

  static Value add(Invocation call) throws NetworkFormatException {
    return ShapeArithmetic.isFor(call)
        ? ShapeArithmetic.fold(call, Math::addExact)
        : sum(call, call.real(0), call.real(1));
  }

  static Value subtract(Invocation call) throws NetworkFormatException {
    return ShapeArithmetic.isFor(call)
        ? ShapeArithmetic.fold(call, Math::subtractExact)
        : difference(call, call.real(0), call.real(1));
  }

  static Value multiply(Invocation call) throws NetworkFormatException {
    return ShapeArithmetic.isFor(call)
        ? ShapeArithmetic.fold(call, Math::multiplyExact)
        : product(call, call.real(0), call.real(1));
  }

  /** The product of two tensors, at least one of them constant. */
  static Value.Real product(Invocation call, Value.Real a, Value.Real b)
      throws NetworkFormatException {
    if (a instanceof Computed && b instanceof Computed) {
      throw call.error(
          "both inputs depend on the network's input; only products with a constant are affine");
    }
    if (a instanceof Numbers left && b instanceof Numbers right) {
      return fold(call, left, right, PRODUCT);
    }
    Computed value = (Computed) (a instanceof Computed ? a : b);
    Numbers constant = (Numbers) (a instanceof Computed ? b : a);
    return layer(
        call, value, constant, X_TIMES_C, broadcast(call, value.shape(), constant.shape()));
  }

  static Value divide(Invocation call) throws NetworkFormatException {
    if (ShapeArithmetic.isFor(call)) {
      return ShapeArithmetic.fold(call, ShapeArithmetic::quotient);
    }
    if (call.isComputed(1)) {
      throw call.error(
          "division by a value that depends on the network's input is not supported;"
              + " only divisions by constants are affine");
    }
    return quotient(call, call.real(0), call.numbers(1));
  }

  /** The product with the reciprocals, which are exact fractions. */
  static Value.Real quotient(Invocation call, Value.Real value, Numbers divisors)
      throws NetworkFormatException {
    return product(call, value, map(call, divisors, (i, x) -> reciprocal(call, divisors, i)));
  }

  private static RealNumber reciprocal(Invocation call, Numbers divisors, int index)
      throws NetworkFormatException {
    RealNumber divisor = divisors.real(index);
    if (divisor.enclosure().contains(0)) {
      throw call.error(
          "division by zero (element %d of %s); over the reals such a network has no value"
              .formatted(index, quote(divisors.name())));
    }
    return RealNumber.ONE.dividedBy(divisor);
  }

  static Value reciprocal(Invocation call) throws NetworkFormatException {
    Numbers divisors = call.constant(0);
    return map(call, divisors, (i, x) -> reciprocal(call, divisors, i));
  }

  static Value sqrt(Invocation call) throws NetworkFormatException {
    return map(call, call.constant(0), (i, x) -> root(call, x));
  }

  static RealNumber root(Invocation call, RealNumber x) throws NetworkFormatException {
    if (x.enclosure().lower() < 0) {
      throw call.error("it takes the root of a constant that is negative");
    }
    return x.sqrt();
  }

  static Value exp(Invocation call) throws NetworkFormatException {
    return map(call, call.constant(0), (i, x) -> x.exp());
  }

  /** A function of the elements of a tensor, which may refuse some. */
  @FunctionalInterface
  interface RealFunction {
    RealNumber of(int index, RealNumber x) throws NetworkFormatException;
  }

  /** A function of each element of a constant. */
  static Numbers map(Invocation call, Numbers numbers, RealFunction function)
      throws NetworkFormatException {
    call.spend(numbers.size());
    RealNumber[] results = new RealNumber[numbers.size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = paid(call, function.of(i, numbers.real(i)));
    }
    return Numbers.of(numbers.name(), numbers.shape(), results);
  }

  /** A number in the range of doubles; what is no double costs more than that one number. */
  private static RealNumber paid(Invocation call, RealNumber x) throws NetworkFormatException {
    if (!x.isDouble()) {
      call.spend(NUMBERS_PER_REAL);
    }
    if (!x.enclosure().isBounded()) {
      throw call.error(
          "a constant that it computes is beyond the range of double precision; fold constants when"
              + " exporting the network");
    }
    return x;
  }

  static Value negate(Invocation call) throws NetworkFormatException {
    if (call.isInteger(0)) {
      return ShapeArithmetic.negate(call);
    }
    return product(call, call.real(0), scalar(-1));
  }

  static Numbers scalar(double value) {
    return new Numbers("", Shape.SCALAR, new double[] {value});
  }

  /** The value plus a constant that broadcasts to exactly its shape. */
  static Computed plus(Invocation call, Computed value, Numbers constant)
      throws NetworkFormatException {
    Shape shape = broadcast(call, value.shape(), constant.shape());
    if (!shape.equals(value.shape())) {
      throw call.error(
          "a tensor of shape %s cannot be added to one of shape %s"
              .formatted(constant.shape(), value.shape()));
    }
    return layer(call, value, constant, X_PLUS_C, shape);
  }

  /** The value times a number. */
  static Computed times(Invocation call, Computed value, double factor)
      throws NetworkFormatException {
    return layer(call, value, scalar(factor), X_TIMES_C, value.shape());
  }

  /** The sum of all inputs, one after the other. */
  static Value.Real sum(Invocation call) throws NetworkFormatException {
    Value.Real sum = call.real(0);
    for (int i = 1; i < call.inputs().size(); i++) {
      sum = sum(call, sum, call.real(i));
    }
    return sum;
  }

  static Value mean(Invocation call) throws NetworkFormatException {
    return quotient(call, sum(call), scalar(call.inputs().size()));
  }

  /** The sum of two tensors. */
  static Value.Real sum(Invocation call, Value.Real a, Value.Real b) throws NetworkFormatException {
    Shape shape = broadcast(call, a.shape(), b.shape());
    if (a instanceof Numbers left && b instanceof Numbers right) {
      return fold(call, left, right, SUM);
    }
    if (a instanceof Computed left && b instanceof Computed right) {
      return sum(call, left, right, false, shape);
    }
    return a instanceof Computed value
        ? layer(call, value, (Numbers) b, X_PLUS_C, shape)
        : layer(call, (Computed) b, (Numbers) a, X_PLUS_C, shape);
  }

  /** The first tensor minus the second one. */
  static Value.Real difference(Invocation call, Value.Real a, Value.Real b)
      throws NetworkFormatException {
    Shape shape = broadcast(call, a.shape(), b.shape());
    if (a instanceof Numbers left && b instanceof Numbers right) {
      return fold(call, left, right, DIFFERENCE);
    }
    if (a instanceof Computed left && b instanceof Computed right) {
      return sum(call, left, right, true, shape);
    }
    return a instanceof Computed value
        ? layer(call, value, (Numbers) b, X_MINUS_C, shape)
        : layer(call, (Computed) b, (Numbers) a, C_MINUS_X, shape);
  }

  private static Computed sum(
      Invocation call, Computed a, Computed b, boolean negative, Shape shape)
      throws NetworkFormatException {
    call.spend(12L * shape.size());
    Wires left = a.wires().select(a.shape().sourcesIn(shape));
    Wires right = b.wires().select(b.shape().sourcesIn(shape));
    return new Computed(shape, call.circuit().sum(left, right, negative));
  }

  private static Computed layer(
      Invocation call, Computed value, Numbers constant, Affine affine, Shape shape)
      throws NetworkFormatException {
    if (!constant.areDoubles()) {
      call.spend(2L * shape.size());
      int[] constants = constant.shape().sourcesIn(shape);
      return scaled(
          call,
          value.selected(value.shape().sourcesIn(shape), shape),
          i -> affine.factor(constant.real(constants[i])),
          i -> affine.shift(constant.real(constants[i])));
    }
    call.spend(4L * shape.size());
    Wires wires = value.wires().select(value.shape().sourcesIn(shape));
    int[] constants = constant.shape().sourcesIn(shape);
    double[] factors = new double[constants.length];
    double[] shifts = new double[constants.length];
    for (int i = 0; i < constants.length; i++) {
      double c = constant.at(constants[i]);
      factors[i] = affine.factor + affine.factorOfConstant * c;
      shifts[i] = affine.shiftOfConstant * c;
    }
    return new Computed(shape, call.circuit().apply(AffineLayer.diagonal(factors, shifts), wires));
  }

  /** Each number of a tensor times one real number and plus another one. */
  static Computed scaled(
      Invocation call,
      Computed value,
      IntFunction<RealNumber> factor,
      IntFunction<RealNumber> shift)
      throws NetworkFormatException {
    int size = value.shape().size();
    call.spend(2L * size);
    Activation[] scalings = new Activation[size];
    for (int i = 0; i < size; i++) {
      scalings[i] = new Scaling(factor.apply(i), shift.apply(i));
    }
    return call.append(
        value, size, () -> new ActivationLayer(Arrays.asList(scalings)), value.shape());
  }

  /** The smaller or larger numbers of two constant tensors. */
  static Numbers extreme(Invocation call, Numbers left, Numbers right, boolean smallest)
      throws NetworkFormatException {
    return fold(call, left, right, smallest ? MINIMUM : MAXIMUM);
  }

  private static Numbers fold(Invocation call, Numbers left, Numbers right, Folding folding)
      throws NetworkFormatException {
    Shape shape = broadcast(call, left.shape(), right.shape());
    call.spend(3L * shape.size());
    int[] lefts = left.shape().sourcesIn(shape);
    int[] rights = right.shape().sourcesIn(shape);
    String name = call.node().outputs().get(0);
    double[] values = new double[lefts.length];
    boolean exact = left.areDoubles() && right.areDoubles();
    for (int i = 0; i < values.length && exact; i++) {
      double a = left.at(lefts[i]);
      double b = right.at(rights[i]);
      exact = folding.exact().test(a, b);
      values[i] = folding.value().applyAsDouble(a, b);
    }
    if (exact) {
      return new Numbers(name, shape, values);
    }
    RealNumber[] reals = new RealNumber[values.length];
    for (int i = 0; i < reals.length; i++) {
      RealNumber real = folding.real().apply(left.real(lefts[i]), right.real(rights[i]));
      reals[i] = paid(call, real);
    }
    return Numbers.of(name, shape, reals);
  }

  /** The common shape of two tensors, by NumPy's rule. */
  static Shape broadcast(Invocation call, Shape a, Shape b) throws NetworkFormatException {
    long[] dims = new long[Math.max(a.rank(), b.rank())];
    for (int i = 1; i <= dims.length; i++) {
      int left = i <= a.rank() ? a.dim(-i) : 1;
      int right = i <= b.rank() ? b.dim(-i) : 1;
      if (left != right && left != 1 && right != 1) {
        throw call.error("the shapes %s and %s do not broadcast".formatted(a, b));
      }
      dims[dims.length - i] = left == 1 ? right : left;
    }
    return Shape.checked(dims, call.node().describe());
  }
}
