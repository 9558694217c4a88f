package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;

/**
 * The rules of the operators that work number by number, with the broadcasting of opset 7 and
 * later. With a constant of doubles they become gates of one weight per row, with another constant
 * a {@link Scaling} of each number. Of two constants they are computed exactly, or enclosed where
 * the constants are.
 */
final class ElementwiseOperators {

  /** What a constant c makes of a number x: {@code factor(c) x + shift(c)}, never rounded. */
  private record Line(UnaryOperator<RealNumber> factor, UnaryOperator<RealNumber> shift) {}

  /**
   * An operation on two numbers.
   *
   * @param integers on integers; it throws an ArithmeticException if it overflows
   * @param reals on real numbers
   * @param withConstant what it is where the second number is constant
   * @param ofConstant what it is where the first number is constant
   */
  private record Operation(
      LongBinaryOperator integers,
      BinaryOperator<RealNumber> reals,
      Line withConstant,
      Line ofConstant) {}

  private static final UnaryOperator<RealNumber> ONE = c -> RealNumber.ONE;
  private static final UnaryOperator<RealNumber> ITSELF = c -> c;
  private static final Line X_PLUS_C = new Line(ONE, ITSELF);
  private static final Line X_TIMES_C = new Line(ITSELF, c -> RealNumber.ZERO);
  private static final Operation SUM =
      new Operation(Math::addExact, RealNumber::plus, X_PLUS_C, X_PLUS_C);
  private static final Operation DIFFERENCE =
      new Operation(
          Math::subtractExact,
          RealNumber::minus,
          new Line(ONE, RealNumber::negate),
          new Line(c -> RealNumber.ONE.negate(), ITSELF));
  private static final Operation PRODUCT =
      new Operation(Math::multiplyExact, RealNumber::times, X_TIMES_C, X_TIMES_C);

  /** What a number that is no double takes of the budget, as it may be a long fraction. */
  private static final long NUMBERS_PER_REAL = 12;

  static final Operators.Rule ADD = call -> ofInputs(call, SUM);
  static final Operators.Rule SUBTRACT = call -> ofInputs(call, DIFFERENCE);
  static final Operators.Rule MULTIPLY = call -> ofInputs(call, PRODUCT);

  private ElementwiseOperators() {}

  private static Value ofInputs(Invocation call, Operation operation)
      throws NetworkFormatException {
    return IntegerOperators.isFor(call)
        ? IntegerOperators.fold(call, operation.integers)
        : combined(call, call.real(0), call.real(1), operation);
  }

  static Value.Real sum(Invocation call, Value.Real a, Value.Real b) throws NetworkFormatException {
    return combined(call, a, b, SUM);
  }

  /** The first tensor minus the second one. */
  static Value.Real difference(Invocation call, Value.Real a, Value.Real b)
      throws NetworkFormatException {
    return combined(call, a, b, DIFFERENCE);
  }

  /** The product of two tensors, at least one of them constant. */
  static Value.Real product(Invocation call, Value.Real a, Value.Real b)
      throws NetworkFormatException {
    return combined(call, a, b, PRODUCT);
  }

  private static Value.Real combined(
      Invocation call, Value.Real a, Value.Real b, Operation operation)
      throws NetworkFormatException {
    if (a instanceof Computed && b instanceof Computed && operation == PRODUCT) {
      throw call.error(
          "both inputs depend on the network's input; only products with a constant are affine");
    }
    Shape shape = call.broadcast(a.shape(), b.shape());
    Value.Tensor left = call.broadcast(a, shape);
    Value.Tensor right = call.broadcast(b, shape);
    if (left instanceof Numbers c && right instanceof Numbers d) {
      return folded(call, c, d, operation.reals);
    }
    if (left instanceof Computed x && right instanceof Computed y) {
      call.spend(8L * shape.size());
      boolean negative = operation == DIFFERENCE;
      return new Computed(shape, call.circuit().sum(x.wires(), y.wires(), negative));
    }
    return left instanceof Computed x
        ? lines(call, x, operation.withConstant, (Numbers) right)
        : lines(call, (Computed) right, operation.ofConstant, (Numbers) left);
  }

  private static Computed lines(Invocation call, Computed x, Line line, Numbers constant)
      throws NetworkFormatException {
    return scaled(
        call,
        x,
        constant.areDoubles(),
        i -> line.factor.apply(constant.real(i)),
        i -> line.shift.apply(constant.real(i)));
  }

  /** Each number of a tensor times one real number and plus another one, doubles or not. */
  static Computed scaled(
      Invocation call,
      Computed x,
      boolean areDoubles,
      IntFunction<RealNumber> factor,
      IntFunction<RealNumber> shift)
      throws NetworkFormatException {
    int size = x.shape().size();
    call.spend(2L * size);
    Layer layer;
    if (areDoubles) {
      double[] factors = new double[size];
      double[] shifts = new double[size];
      Arrays.setAll(factors, i -> factor.apply(i).enclosure().lower());
      Arrays.setAll(shifts, i -> shift.apply(i).enclosure().lower());
      layer = AffineLayer.diagonal(factors, shifts);
    } else {
      Activation[] scalings = new Activation[size];
      Arrays.setAll(scalings, i -> new Scaling(factor.apply(i), shift.apply(i)));
      layer = new ActivationLayer(Arrays.asList(scalings));
    }
    return call.append(x, layer, x.shape());
  }

  static Value divide(Invocation call) throws NetworkFormatException {
    if (IntegerOperators.isFor(call)) {
      return IntegerOperators.fold(call, IntegerOperators::quotient);
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
    return product(call, value, reciprocals(call, divisors));
  }

  private static Numbers reciprocals(Invocation call, Numbers divisors)
      throws NetworkFormatException {
    return map(
        call,
        divisors,
        (i, x) -> {
          if (x.enclosure().contains(0)) {
            throw call.error(
                "division by zero (element %d of %s); over the reals such a network has no value",
                i, quote(divisors.name()));
          }
          return RealNumber.ONE.dividedBy(x);
        });
  }

  static Value reciprocal(Invocation call) throws NetworkFormatException {
    return reciprocals(call, call.constant(0));
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

  static Value negate(Invocation call) throws NetworkFormatException {
    return call.isInteger(0)
        ? IntegerOperators.negate(call)
        : product(call, call.real(0), Numbers.scalar(-1));
  }

  /** The value plus a constant that broadcasts to exactly its shape. */
  static Value.Real plus(Invocation call, Value.Real value, Numbers constant)
      throws NetworkFormatException {
    if (!call.broadcast(value.shape(), constant.shape()).equals(value.shape())) {
      throw call.error(
          "a tensor of shape %s cannot be added to one of shape %s",
          constant.shape(), value.shape());
    }
    return sum(call, value, constant);
  }

  /** The sum of all inputs. */
  static Value.Real sum(Invocation call) throws NetworkFormatException {
    return call.combined((a, b) -> sum(call, a, b));
  }

  static Value mean(Invocation call) throws NetworkFormatException {
    return quotient(call, sum(call), Numbers.scalar(call.inputs().size()));
  }

  /** An operation on two constant tensors of the same shape. */
  static Numbers folded(Invocation call, Numbers a, Numbers b, BinaryOperator<RealNumber> operation)
      throws NetworkFormatException {
    Numbers result = map(call, a, (i, x) -> operation.apply(x, b.real(i)));
    return result.named(call.node().outputs().get(0));
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
      call.budget().check(i);
      results[i] = function.of(i, numbers.real(i));
      if (!results[i].isDouble()) {
        call.spend(NUMBERS_PER_REAL);
      }
      if (!results[i].enclosure().isBounded()) {
        throw call.error(
            "a constant that it computes is beyond the range of double precision; fold constants"
                + " when exporting the network");
      }
    }
    return Numbers.of(numbers.name(), numbers.shape(), results);
  }
}
