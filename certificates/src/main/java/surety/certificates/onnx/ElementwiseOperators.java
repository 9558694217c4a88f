package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import surety.certificates.network.AffineLayer;

/**
 * The rules of the operators that work number by number, with the broadcasting of opset 7 and
 * later. With a constant they become layers of one weight per row.
 */
final class ElementwiseOperators {

  /** The layer's factor and shift for a constant c: x -> factor(c) * x + shift(c), both exact. */
  private record Affine(DoubleUnaryOperator factor, DoubleUnaryOperator shift) {}

  /** A double operation, and a test that it is exact. */
  private record Folding(DoubleBinaryOperator value, ExactnessTest exact) {}

  @FunctionalInterface
  private interface ExactnessTest {
    boolean test(double a, double b);
  }

  private static final Affine X_PLUS_C = new Affine(c -> 1, c -> c);
  private static final Affine X_MINUS_C = new Affine(c -> 1, c -> -c);
  private static final Affine C_MINUS_X = new Affine(c -> -1, c -> c);
  private static final Affine X_TIMES_C = new Affine(c -> c, c -> 0);

  private ElementwiseOperators() {}

  static Value add(Invocation call) throws NetworkFormatException {
    return sum(call, call.real(0), call.real(1));
  }

  static Value subtract(Invocation call) throws NetworkFormatException {
    return difference(call, call.real(0), call.real(1));
  }

  static Value multiply(Invocation call) throws NetworkFormatException {
    return product(call, call.real(0), call.real(1));
  }

  /** The product of two tensors, at least one of them constant. */
  static Value.Real product(Invocation call, Value.Real a, Value.Real b)
      throws NetworkFormatException {
    if (a instanceof Computed && b instanceof Computed) {
      throw call.error(
          "both inputs depend on the network's input; only products with a constant are affine");
    }
    if (a instanceof Numbers left && b instanceof Numbers right) {
      return fold(call, left, right, new Folding((x, y) -> x * y, Exact::product));
    }
    Computed value = (Computed) (a instanceof Computed ? a : b);
    Numbers constant = (Numbers) (a instanceof Computed ? b : a);
    return layer(
        call, value, constant, X_TIMES_C, broadcast(call, value.shape(), constant.shape()));
  }

  /** Division by constants whose reciprocals are doubles, that is by powers of two. */
  static Value divide(Invocation call) throws NetworkFormatException {
    if (call.isComputed(1)) {
      throw call.error(
          "division by a value that depends on the network's input is not supported;"
              + " only divisions by constants are affine");
    }
    Numbers divisors = call.numbers(1);
    double[] reciprocals = new double[divisors.size()];
    for (int i = 0; i < reciprocals.length; i++) {
      double divisor = divisors.at(i);
      reciprocals[i] = 1 / divisor;
      if (divisor == 0
          || !Double.isFinite(reciprocals[i])
          || !Exact.product(divisor, reciprocals[i])
          || divisor * reciprocals[i] != 1) {
        throw call.error(
            ("division by %s (element %d of %s) is not supported, as its reciprocal is no double;"
                    + " use Mul by the reciprocal that is meant")
                .formatted(divisor, i, quote(divisors.name())));
      }
    }
    Numbers factors = new Numbers(divisors.name(), divisors.shape(), reciprocals);
    Invocation product =
        new Invocation(call.node(), List.of(call.input(0), factors), call.context());
    return multiply(product);
  }

  static Value negate(Invocation call) throws NetworkFormatException {
    return product(call, call.real(0), new Numbers("", Shape.SCALAR, new double[] {-1}));
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
    Numbers constant = new Numbers("", Shape.SCALAR, new double[] {factor});
    return layer(call, value, constant, X_TIMES_C, value.shape());
  }

  /** The sum of all inputs, one after the other. */
  static Value sum(Invocation call) throws NetworkFormatException {
    Value.Real sum = call.real(0);
    for (int i = 1; i < call.inputs().size(); i++) {
      sum = sum(call, sum, call.real(i));
    }
    return sum;
  }

  /** The sum of two tensors. */
  static Value.Real sum(Invocation call, Value.Real a, Value.Real b) throws NetworkFormatException {
    Shape shape = broadcast(call, a.shape(), b.shape());
    if (a instanceof Numbers left && b instanceof Numbers right) {
      return fold(call, left, right, new Folding((x, y) -> x + y, Exact::sum));
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
      return fold(call, left, right, new Folding((x, y) -> x - y, (x, y) -> Exact.sum(x, -y)));
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
    return call.append(
        value,
        4L * shape.size(),
        () -> {
          int[] sources = value.shape().sourcesIn(shape);
          int[] constants = constant.shape().sourcesIn(shape);
          double[] factors = new double[sources.length];
          double[] shifts = new double[sources.length];
          for (int i = 0; i < sources.length; i++) {
            factors[i] = affine.factor().applyAsDouble(constant.at(constants[i]));
            shifts[i] = affine.shift().applyAsDouble(constant.at(constants[i]));
          }
          return AffineLayer.selection(value.shape().size(), sources, factors, shifts);
        },
        shape);
  }

  /** The smaller or larger numbers of two constant tensors. */
  static Numbers extreme(Invocation call, Numbers left, Numbers right, boolean smallest)
      throws NetworkFormatException {
    DoubleBinaryOperator value = smallest ? Math::min : Math::max;
    return fold(call, left, right, new Folding(value, (a, b) -> true));
  }

  private static Numbers fold(Invocation call, Numbers left, Numbers right, Folding folding)
      throws NetworkFormatException {
    Shape shape = broadcast(call, left.shape(), right.shape());
    call.spend(3L * shape.size());
    int[] lefts = left.shape().sourcesIn(shape);
    int[] rights = right.shape().sourcesIn(shape);
    double[] values = new double[lefts.length];
    for (int i = 0; i < values.length; i++) {
      double a = left.at(lefts[i]);
      double b = right.at(rights[i]);
      if (!folding.exact().test(a, b)) {
        throw call.error(
            "its two constants %s and %s do not combine to a double exactly; fold constants when"
                    .formatted(a, b)
                + " exporting the network");
      }
      values[i] = folding.value().applyAsDouble(a, b);
    }
    return new Numbers(call.node().outputs().get(0), shape, values);
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
      dims[dims.length - i] = Math.max(left, right);
    }
    return Shape.checked(dims, call.node().describe());
  }
}
