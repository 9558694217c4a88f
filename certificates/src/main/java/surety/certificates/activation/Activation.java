package surety.certificates.activation;

import surety.certificates.arithmetic.Interval;

/**
 * A continuous scalar function that a layer applies to one neuron.
 *
 * <p>The real line is cut into {@link Section}s at the function's kinks and inflection points,
 * which are doubles, exactly. On each section the function is monotone and is linear, convex or
 * concave. From that, from enclosures of values and of slopes, follow all bounds: on a convex
 * section the function lies below its chords and above its tangents, on a concave one the other way
 * round.
 */
public sealed interface Activation extends SectionedFunction
    permits PiecewiseLinear, Scaling, Elu, Selu, Tanh, Sigmoid, Softplus, Softsign {

  /** x. */
  Activation IDENTITY = PiecewiseLinear.identity();

  /** max(x, 0). */
  Activation RELU = PiecewiseLinear.relu();

  /** |x|. */
  Activation ABS = PiecewiseLinear.abs();

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
   * continuous.
   */
  double greatestSlope();
}
