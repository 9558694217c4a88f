package surety.certificates.activation;

import surety.certificates.arithmetic.Interval;

/**
 * A scalar function that a layer applies to one neuron, continuous where it is defined.
 *
 * <p>Where the function is defined the real line is cut into {@link Section}s at its kinks and
 * inflection points. Where these are doubles, the function is linear, convex or concave on each
 * section, and monotone but for a {@link Valley}. From that, from enclosures of values and of
 * slopes, follow all bounds: on a convex section the function lies below its chords and above its
 * tangents, on a concave one the other way round. Around a point that is no double there is a
 * section on which it may bend {@link Curvature#EITHER} way, and lies near its chords.
 */
public sealed interface Activation extends SectionedFunction
    permits PiecewiseLinear,
        Scaling,
        Power,
        Exponential,
        Logarithm,
        SquareRoot,
        Reciprocal,
        Floored,
        Wave,
        Erf,
        ErfGate,
        SigmoidGate,
        HardSwish,
        Elu,
        Selu,
        Tanh,
        Sigmoid,
        Softplus,
        Softsign {

  /** x. */
  Activation IDENTITY = PiecewiseLinear.identity();

  /** max(x, 0). */
  Activation RELU = PiecewiseLinear.relu();

  /** |x|. */
  Activation ABS = PiecewiseLinear.abs();

  /** x^2. */
  Activation SQUARE = new Power(2);

  /** e^x. */
  Activation EXP = new Exponential();

  /** ln x. */
  Activation LOG = new Logarithm();

  /** The root of x. */
  Activation SQRT = new SquareRoot();

  /** 1/x. */
  Activation RECIPROCAL = new Reciprocal();

  /** The sine. */
  Activation SIN = new Wave(true);

  /** The cosine. */
  Activation COS = new Wave(false);

  /** The error function. */
  Activation ERF = new Erf();

  /** x (1 + erf(x)). */
  Activation ERF_GATE = new ErfGate();

  /** x / (1 + e^-x). */
  Activation SILU = SigmoidGate.silu();

  /** The approximation of GELU by tanh. */
  Activation APPROXIMATE_GELU = SigmoidGate.approximateGelu();

  /** x min(max(x / 6 + 1/2, 0), 1). */
  Activation HARD_SWISH = new HardSwish();

  /** The hyperbolic tangent. */
  Activation TANH = new Tanh();

  /** 1 / (1 + e^-x). */
  Activation SIGMOID = new Sigmoid();

  /** ln(1 + e^x). */
  Activation SOFTPLUS = new Softplus();

  /** x / (1 + |x|). */
  Activation SOFTSIGN = new Softsign();

  /** The value at {@code x} in plain doubles: an estimate. */
  double apply(double x);

  /** The slope at {@code x} in plain doubles: an estimate; at a kink that of either side. */
  double slope(double x);

  /**
   * Encloses the slope at {@code x}, which is finite and in {@code section}, one of {@link
   * #sections}; at an end of the section the slope from its inside.
   */
  Interval encloseSlope(Section section, double x);

  /**
   * An upper bound of the slopes' magnitudes everywhere: a Lipschitz constant, as the function is
   * continuous. Infinite if there is none, or if the function is not defined everywhere.
   */
  double greatestSlope();
}
