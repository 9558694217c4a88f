package surety.certificates.onnx;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.RealNumber;

/**
 * An operation on two tensors, number by number, with the broadcasting of opset 7 and later. Of two
 * constants it is computed; with one constant it is a line for each number. Of two computed values
 * a sum or a difference is an affine gate, and a product comes from squares.
 *
 * @param integers of integers; it throws an ArithmeticException if it overflows
 * @param reals of real numbers
 * @param withConstant what it is where the second number is constant
 * @param ofConstant what it is where the first one is
 */
record Arithmetic(
    LongBinaryOperator integers,
    BinaryOperator<RealNumber> reals,
    Line withConstant,
    Line ofConstant) {

  /** What a constant c makes of a number x: {@code factor(c) x + shift(c)}, never rounded. */
  record Line(UnaryOperator<RealNumber> factor, UnaryOperator<RealNumber> shift) {}

  private static final Line X_PLUS_C = new Line(c -> RealNumber.ONE, c -> c);
  private static final Line X_MINUS_C = new Line(c -> RealNumber.ONE, RealNumber::negate);
  private static final Line C_MINUS_X = new Line(c -> RealNumber.ONE.negate(), c -> c);
  private static final Line X_TIMES_C = new Line(c -> c, c -> RealNumber.ZERO);

  static final Arithmetic SUM =
      new Arithmetic(Math::addExact, RealNumber::plus, X_PLUS_C, X_PLUS_C);
  static final Arithmetic DIFFERENCE =
      new Arithmetic(Math::subtractExact, RealNumber::minus, X_MINUS_C, C_MINUS_X);
  static final Arithmetic PRODUCT =
      new Arithmetic(Math::multiplyExact, RealNumber::times, X_TIMES_C, X_TIMES_C);

  /** The rule of the operator with these two inputs. */
  Value ofInputs(Call call) throws NetworkFormatException {
    return IntegerOperators.isFor(call)
        ? IntegerOperators.fold(call, integers)
        : of(call, call.real(0), call.real(1));
  }

  /** What it gives of two tensors. */
  Value.Real of(Call call, Value.Real a, Value.Real b) throws NetworkFormatException {
    Shape shape = call.broadcast(a.shape(), b.shape());
    Value.Tensor left = call.broadcast(a, shape);
    Value.Tensor right = call.broadcast(b, shape);
    if (left instanceof Numbers c && right instanceof Numbers d) {
      return ElementwiseOperators.folded(call, c, d, reals);
    }
    if (left instanceof Computed x && right instanceof Computed y) {
      return equals(PRODUCT)
          ? product(call, x, y)
          : sum(call, 1, x, equals(DIFFERENCE) ? -1 : 1, y);
    }
    boolean isBehind = left instanceof Computed;
    Numbers constant = (Numbers) (isBehind ? right : left);
    Line line = isBehind ? withConstant : ofConstant;
    return ElementwiseOperators.scaled(
        call,
        (Computed) (isBehind ? left : right),
        constant.areDoubles(),
        i -> line.factor.apply(constant.real(i)),
        i -> line.shift.apply(constant.real(i)));
  }

  /** {@code a x + b y}, of tensors of the same shape. */
  private static Computed sum(Call call, double a, Computed x, double b, Computed y)
      throws NetworkFormatException {
    call.spend(8L * x.shape().size());
    return new Computed(x.shape(), call.circuit().sum(a, x.wires(), b, y.wires()));
  }

  /**
   * {@code x y = (x + y)^2 / 4 - (x - y)^2 / 4}, exactly: all weights are powers of two. A number
   * times itself is its square, and some products with a function of themselves are functions, too.
   */
  private static Value.Real product(Call call, Computed x, Computed y)
      throws NetworkFormatException {
    if (x.wires().equals(y.wires())) {
      return square(call, x);
    }
    Optional<Value.Real> gated = GatedProducts.of(call, x, y);
    if (gated.isPresent()) {
      return gated.get();
    }
    Computed ofSum = square(call, sum(call, 1, x, 1, y));
    Computed ofDifference = square(call, sum(call, 1, x, -1, y));
    return sum(call, 0.25, ofSum, -0.25, ofDifference);
  }

  private static Computed square(Call call, Computed x) throws NetworkFormatException {
    return (Computed) ActivationOperators.apply(call, x, i -> Activation.SQUARE);
  }
}
