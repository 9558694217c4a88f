package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Wires;

/**
 * The rules of the operators that work number by number, with the broadcasting of opset 7 and
 * later. What is a line of each number is a gate of one weight per row where its constants are
 * doubles, else a {@link Scaling} of each number. Of constants they are computed exactly, or
 * enclosed where the constants are.
 */
final class ElementwiseOperators {

  /** What a number that is no double takes of the budget, as it may be a long fraction. */
  private static final long NUMBERS_PER_REAL = 12;

  private ElementwiseOperators() {}

  /** Each number of a tensor times one real number and plus another one, doubles or not. */
  static Computed scaled(
      Call call,
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

  static Value divide(Call call) throws NetworkFormatException {
    if (IntegerOperators.isFor(call)) {
      return IntegerOperators.fold(call, IntegerOperators::quotient);
    }
    return quotient(call, call.real(0), call.real(1));
  }

  /** The product with the reciprocals. */
  static Value.Real quotient(Call call, Value.Real value, Value.Real divisors)
      throws NetworkFormatException {
    return divisors instanceof Numbers constants
        ? quotient(call, value, constants)
        : Arithmetic.PRODUCT.of(call, value, reciprocal(call, divisors));
  }

  /** The product with the reciprocals, which are exact fractions. */
  static Value.Real quotient(Call call, Value.Real value, Numbers divisors)
      throws NetworkFormatException {
    return Arithmetic.PRODUCT.of(call, value, reciprocals(call, divisors));
  }

  private static Numbers reciprocals(Call call, Numbers divisors) throws NetworkFormatException {
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

  static Value reciprocal(Call call) throws NetworkFormatException {
    return reciprocal(call, call.real(0));
  }

  /** 1 over each number. */
  static Value.Real reciprocal(Call call, Value.Real value) throws NetworkFormatException {
    return value instanceof Numbers constants
        ? reciprocals(call, constants)
        : ActivationOperators.partial(call, value, Activation.RECIPROCAL);
  }

  static Value sqrt(Call call) throws NetworkFormatException {
    return sqrt(call, call.real(0));
  }

  /** The root of each number. */
  static Value.Real sqrt(Call call, Value.Real value) throws NetworkFormatException {
    return value instanceof Numbers constants
        ? map(call, constants, (i, x) -> root(call, x))
        : ActivationOperators.partial(call, value, Activation.SQRT);
  }

  static RealNumber root(Call call, RealNumber x) throws NetworkFormatException {
    if (x.enclosure().lower() < 0) {
      throw call.error("it takes the root of a constant that is negative");
    }
    return x.sqrt();
  }

  static Value exp(Call call) throws NetworkFormatException {
    return call.real(0) instanceof Numbers constants
        ? map(call, constants, (i, x) -> x.exp())
        : ActivationOperators.apply(call, call.real(0), i -> Activation.EXP);
  }

  static Value log(Call call) throws NetworkFormatException {
    return log(call, call.real(0));
  }

  /** The natural logarithm of each number. */
  static Value.Real log(Call call, Value.Real value) throws NetworkFormatException {
    return value instanceof Numbers constants
        ? map(call, constants, (i, x) -> logarithm(call, x))
        : ActivationOperators.partial(call, value, Activation.LOG);
  }

  private static RealNumber logarithm(Call call, RealNumber x) throws NetworkFormatException {
    if (!(x.enclosure().lower() > 0)) {
      throw call.error("it takes the logarithm of a constant that is not positive");
    }
    return RealNumber.of(x.enclosure().log());
  }

  static Value negate(Call call) throws NetworkFormatException {
    return call.isInteger(0)
        ? IntegerOperators.negate(call)
        : Arithmetic.PRODUCT.of(call, call.real(0), Numbers.scalar(-1));
  }

  /** The value plus another one that broadcasts to exactly its shape. */
  static Value.Real plus(Call call, Value.Real value, Value.Real other)
      throws NetworkFormatException {
    if (!call.broadcast(value.shape(), other.shape()).equals(value.shape())) {
      throw call.error(
          "a tensor of shape %s cannot be added to one of shape %s", other.shape(), value.shape());
    }
    return Arithmetic.SUM.of(call, value, other);
  }

  /** The sum of all inputs: of several computed ones one gate, so that no order is the first. */
  static Value.Real sum(Call call) throws NetworkFormatException {
    List<Computed> computed = new ArrayList<>();
    List<Numbers> constants = new ArrayList<>();
    Shape shape = Shape.SCALAR;
    for (int i = 0; i < call.inputs().size(); i++) {
      shape = call.broadcast(shape, call.real(i).shape());
    }
    for (int i = 0; i < call.inputs().size(); i++) {
      Value.Tensor summand = call.broadcast(call.real(i), shape);
      if (summand instanceof Computed x) {
        computed.add(x);
      } else {
        constants.add((Numbers) summand);
      }
    }
    boolean isGate =
        computed.size() + constants.size() > 2
            && !computed.isEmpty()
            && constants.stream().allMatch(Numbers::areDoubles);
    return isGate
        ? sum(call, shape, computed, constants)
        : call.combined((a, b) -> Arithmetic.SUM.of(call, a, b));
  }

  /** The gate that adds tensors of the same shape, each constant one as biases. */
  private static Value.Real sum(
      Call call, Shape shape, List<Computed> computed, List<Numbers> constants)
      throws NetworkFormatException {
    int terms = Math.max(computed.size(), constants.size());
    call.spend(2L * terms * shape.size());
    List<Gate.Term> all = new ArrayList<>();
    for (int k = 0; k < terms; k++) {
      double[] factors = new double[shape.size()];
      Arrays.fill(factors, k < computed.size() ? 1 : 0);
      double[] shifts = new double[factors.length];
      if (k < constants.size()) {
        Arrays.setAll(shifts, constants.get(k)::at);
      }
      Wires wires = computed.get(Math.min(k, computed.size() - 1)).wires();
      all.add(new Gate.Term(AffineLayer.diagonal(factors, shifts), wires));
    }
    return new Computed(shape, call.circuit().add(new Gate.Affine(all)));
  }

  static Value mean(Call call) throws NetworkFormatException {
    return quotient(call, sum(call), Numbers.scalar(call.inputs().size()));
  }

  /** An operation on two constant tensors of the same shape. */
  static Numbers folded(Call call, Numbers a, Numbers b, BinaryOperator<RealNumber> operation)
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
  static Numbers map(Call call, Numbers numbers, RealFunction function)
      throws NetworkFormatException {
    call.spend(numbers.size());
    double[] doubles = new double[numbers.size()];
    RealNumber[] reals = {}; // made when the first element is no double
    for (int i = 0; i < doubles.length; i++) {
      call.budget().check(i);
      RealNumber result = function.of(i, numbers.real(i));
      if (!result.enclosure().isBounded()) {
        throw call.error(
            "a constant that it computes is beyond the range of double precision; fold constants"
                + " when exporting the network");
      }
      if (!result.isDouble()) {
        call.spend(NUMBERS_PER_REAL);
        reals = reals.length > 0 ? reals : reals(doubles);
      }
      if (reals.length > 0) {
        reals[i] = result;
      } else {
        doubles[i] = result.enclosure().lower();
      }
    }
    return reals.length == 0
        ? new Numbers(numbers.name(), numbers.shape(), doubles)
        : Numbers.of(numbers.name(), numbers.shape(), reals);
  }

  private static RealNumber[] reals(double[] doubles) {
    return Arrays.stream(doubles).mapToObj(RealNumber::of).toArray(RealNumber[]::new);
  }
}
