package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Selu;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.ActivationLayer;
import surety.certificates.onnx.OnnxModel.Attribute;

/**
 * The rules of the operators that apply a scalar function to each number. Their attributes are
 * floats, also where they are missing: the slope 0.01 that the standard gives LeakyRelu is the
 * float next to it. Of constants they are computed exactly, or enclosed.
 */
final class ActivationOperators {

  private static final float LEAKY_SLOPE = 0.01f;
  private static final float SELU_ALPHA = 1.6732632f;
  private static final float SELU_GAMMA = 1.050701f;
  private static final float HARD_SIGMOID_ALPHA = 0.2f;
  private static final float HARD_SIGMOID_BETA = 0.5f;
  private static final long CLIP_TAKES_INPUTS = 11;

  private ActivationOperators() {}

  /** The rule that applies the same function everywhere. */
  static Operators.Rule always(Activation activation) {
    return call -> uniform(call, call.real(0), activation);
  }

  static Value leakyRelu(Call call) throws NetworkFormatException {
    double alpha = call.floatAttribute("alpha", LEAKY_SLOPE);
    return uniform(call, call.real(0), PiecewiseLinear.leakyRelu(alpha));
  }

  /** {@code max(0, x) + min(0, alpha (e^(x / alpha) - 1))}: alpha times the ELU of x / alpha. */
  static Value celu(Call call) throws NetworkFormatException {
    Numbers alpha = Numbers.scalar(call.floatAttribute("alpha", 1));
    if (!(alpha.at(0) > 0)) {
      throw call.error("alpha is %s; it must be positive", alpha.at(0));
    }
    if (alpha.at(0) == 1) {
      return uniform(call, call.real(0), new Elu(1));
    }
    Value.Real inner = ElementwiseOperators.quotient(call, call.real(0), alpha);
    return Arithmetic.PRODUCT.of(call, uniform(call, inner, new Elu(1)), alpha);
  }

  /** x where it is above alpha, and else 0: a ReLU if alpha is 0; any other one jumps. */
  static Value thresholdedRelu(Call call) throws NetworkFormatException {
    double alpha = call.floatAttribute("alpha", 1);
    if (alpha != 0) {
      throw call.error(
          "it jumps from 0 to alpha at alpha = %s; functions that jump are not supported, only"
              + " alpha = 0 is: train with a Relu or LeakyRelu",
          alpha);
    }
    return uniform(call, call.real(0), Activation.RELU);
  }

  /** {@code x (1 + erf(x / sqrt 2)) / 2} with the exact root, or its approximation. */
  static Value gelu(Call call) throws NetworkFormatException {
    Optional<Attribute> approximate = call.attribute("approximate", Attribute.STRING);
    String kind = approximate.map(Attribute::text).orElse("none");
    Value.Real x = call.real(0);
    if (kind.equals("tanh")) {
      return uniform(call, x, Activation.APPROXIMATE_GELU);
    }
    if (!kind.equals("none")) {
      throw call.error("approximate is %s, neither 'none' nor 'tanh'", quote(kind));
    }
    RealNumber root = RealNumber.of(0.5).sqrt();
    Numbers scale = Numbers.of("", Shape.SCALAR, new RealNumber[] {root});
    Value.Real inner = Arithmetic.PRODUCT.of(call, x, scale);
    return Arithmetic.PRODUCT.of(call, uniform(call, inner, Activation.ERF_GATE), scale);
  }

  /** {@code x tanh(ln(1 + e^x))}. */
  static Value mish(Call call) throws NetworkFormatException {
    Value.Real x = call.real(0);
    Value.Real gate = uniform(call, uniform(call, x, Activation.SOFTPLUS), Activation.TANH);
    return Arithmetic.PRODUCT.of(call, x, gate);
  }

  static Value elu(Call call) throws NetworkFormatException {
    return uniform(call, call.real(0), new Elu(call.floatAttribute("alpha", 1)));
  }

  static Value selu(Call call) throws NetworkFormatException {
    double alpha = call.floatAttribute("alpha", SELU_ALPHA);
    double gamma = call.floatAttribute("gamma", SELU_GAMMA);
    return uniform(call, call.real(0), new Selu(alpha, gamma));
  }

  /** A leaky ReLU with slopes that broadcast to the shape of the value, but not the other way. */
  static Value pRelu(Call call) throws NetworkFormatException {
    Value.Real value = call.real(0);
    Shape shape = value.shape();
    Numbers given = call.doubles(1);
    if (!call.broadcast(shape, given.shape()).equals(shape)) {
      throw call.error("slopes of shape %s do not broadcast to the shape %s", given.shape(), shape);
    }
    Numbers slopes = (Numbers) call.broadcast(given, shape);
    return apply(call, value, i -> PiecewiseLinear.leakyRelu(slopes.at(i)));
  }

  /** {@code max(0, min(1, alpha x + beta))}: an affine layer and a clip. */
  static Value.Real hardSigmoid(Call call) throws NetworkFormatException {
    Numbers alpha = Numbers.scalar(call.floatAttribute("alpha", HARD_SIGMOID_ALPHA));
    Numbers beta = Numbers.scalar(call.floatAttribute("beta", HARD_SIGMOID_BETA));
    Value.Real product = Arithmetic.PRODUCT.of(call, call.real(0), alpha);
    return uniform(call, Arithmetic.SUM.of(call, product, beta), PiecewiseLinear.clip(0, 1));
  }

  /**
   * {@code min(max(x, lower), upper)}, where a missing end is infinite. The standard puts the
   * largest numbers of the type there, beyond which there are none of it; over the reals there is
   * no end.
   */
  static Value clip(Call call) throws NetworkFormatException {
    boolean asInputs = call.context().opset() >= CLIP_TAKES_INPUTS;
    if (asInputs ? !call.node().attributes().isEmpty() : call.inputs().size() > 1) {
      throw call.error(
          "min and max are attributes before opset %d and inputs from then on", CLIP_TAKES_INPUTS);
    }
    double lower = end(call, "min", 1, Double.NEGATIVE_INFINITY);
    double upper = end(call, "max", 2, Double.POSITIVE_INFINITY);
    if (!(lower <= upper)
        || lower == Double.POSITIVE_INFINITY
        || upper == Double.NEGATIVE_INFINITY) {
      throw call.error(
          "min is %s and max is %s; min must be at most max, and some number between them",
          lower, upper);
    }
    return uniform(call, call.real(0), clip(lower, upper));
  }

  /** An attribute or an input, whichever of them there is. */
  private static double end(Call call, String name, int input, double absent)
      throws NetworkFormatException {
    if (!call.has(input)) {
      return call.attribute(name, Attribute.FLOAT).map(a -> (double) a.number()).orElse(absent);
    }
    Numbers end = call.doubles(input);
    if (end.size() != 1 || end.shape().rank() > 1) {
      throw call.error("%s must be one number, but has shape %s", name, end.shape());
    }
    return end.at(0);
  }

  /** The clip to an interval; the ReLU if it is one. */
  static Activation clip(double lower, double upper) {
    return lower == 0 && upper == Double.POSITIVE_INFINITY
        ? Activation.RELU
        : PiecewiseLinear.clip(lower, upper);
  }

  /**
   * A function that is not defined everywhere. Where a value is never below a number from which on
   * the function is defined, whatever the network's input is, it is continued as a constant below
   * that number: so bounds of the value that are too low do no harm.
   */
  static Value.Real partial(Call call, Value.Real value, Activation function)
      throws NetworkFormatException {
    if (!(value instanceof Computed computed)) {
      return uniform(call, value, function);
    }
    List<Interval> ranges = call.circuit().ranges(computed.wires());
    return apply(call, value, i -> continued(function, ranges.get(i).lower()));
  }

  private static Activation continued(Activation function, double floor) {
    boolean isFloor = 0 <= floor && floor <= Double.MAX_VALUE;
    return isFloor && function.isDefinedOn(floor, Double.POSITIVE_INFINITY)
        ? new Floored(function, floor)
        : function;
  }

  private static Value.Real uniform(Call call, Value.Real value, Activation activation)
      throws NetworkFormatException {
    return apply(call, value, i -> activation);
  }

  /** A function for each number of a tensor. */
  static Value.Real apply(Call call, Value.Real value, IntFunction<Activation> activations)
      throws NetworkFormatException {
    if (value instanceof Numbers numbers) {
      return ElementwiseOperators.map(call, numbers, (i, x) -> of(activations.apply(i), x));
    }
    int size = value.shape().size();
    call.spend(size);
    Activation[] each = new Activation[size];
    Arrays.setAll(each, activations);
    return call.append((Computed) value, new ActivationLayer(Arrays.asList(each)), value.shape());
  }

  private static RealNumber of(Activation activation, RealNumber x) {
    return activation.degree() > 0 && x.exact().isPresent()
        ? RealNumber.of(activation.applyExactly(x.exact().get()))
        : RealNumber.of(activation.enclose(x.enclosure()));
  }
}
