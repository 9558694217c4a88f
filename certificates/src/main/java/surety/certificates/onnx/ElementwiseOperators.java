package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
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
    return bothConstant(call)
        ? fold(call, new Folding((a, b) -> a + b, Exact::sum))
        : affine(call, X_PLUS_C, X_PLUS_C);
  }

  static Value subtract(Invocation call) throws NetworkFormatException {
    return bothConstant(call)
        ? fold(call, new Folding((a, b) -> a - b, (a, b) -> Exact.sum(a, -b)))
        : affine(call, X_MINUS_C, C_MINUS_X);
  }

  static Value multiply(Invocation call) throws NetworkFormatException {
    return bothConstant(call)
        ? fold(call, new Folding((a, b) -> a * b, Exact::product))
        : affine(call, X_TIMES_C, X_TIMES_C);
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
        new Invocation(call.node(), List.of(call.input(0), factors), call.budget());
    return multiply(product);
  }

  static Value relu(Invocation call) throws NetworkFormatException {
    if (call.isComputed(0)) {
      Computed value = call.computed(0);
      int neurons = value.shape().size();
      return call.append(
          value, neurons, () -> ActivationLayer.uniform(neurons, Activation.RELU), value.shape());
    }
    Numbers numbers = call.numbers(0);
    double[] values = new double[numbers.size()];
    Arrays.setAll(values, i -> Math.max(numbers.at(i), 0));
    return new Numbers(numbers.name(), numbers.shape(), values);
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

  private static boolean bothConstant(Invocation call) {
    return !call.isComputed(0) && !call.isComputed(1);
  }

  private static Value affine(Invocation call, Affine constantRight, Affine constantLeft)
      throws NetworkFormatException {
    if (call.isComputed(0) && call.isComputed(1)) {
      throw call.error(
          "both inputs depend on the network's input; only a chain of layers is supported, where"
              + " one of them is constant");
    }
    int side = call.isComputed(0) ? 1 : 0;
    Computed value = call.computed(1 - side);
    Numbers constant = call.numbers(side);
    Shape shape = broadcast(call, value.shape(), constant.shape());
    return layer(call, value, constant, side == 1 ? constantRight : constantLeft, shape);
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

  private static Value fold(Invocation call, Folding folding) throws NetworkFormatException {
    Numbers left = call.numbers(0);
    Numbers right = call.numbers(1);
    Shape shape = broadcast(call, left.shape(), right.shape());
    call.budget().spend(3L * shape.size(), call.node().describe());
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
  private static Shape broadcast(Invocation call, Shape a, Shape b) throws NetworkFormatException {
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
