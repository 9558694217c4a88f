package surety.certificates.network;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;

/** One step of a {@link Network}: a function from R^inputs to R^outputs. Immutable. */
public sealed interface Layer permits AffineLayer, ActivationLayer {

  /** The length of the vectors that this layer takes. */
  int inputs();

  /** The length of the vectors that this layer gives. */
  int outputs();

  /**
   * The layer's value in plain doubles, rounded to nearest at each step: an estimate, without any
   * guarantee.
   *
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   */
  double[] evaluate(double[] x);

  /** Whether {@link #evaluateExactly} works: each output is piecewise linear in the inputs. */
  boolean isPiecewiseLinear();

  /**
   * The layer's value over the rationals, exactly.
   *
   * @param stop asked for each output
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   * @throws UnsupportedOperationException if the layer is not piecewise linear
   */
  Rational[] evaluateExactly(Rational[] x, Stop stop);

  /**
   * Encloses each output over all points of the box {@code x}, rounded outward at each step. An end
   * is infinite where nothing is known, which may come from an overflow.
   *
   * @param stop asked for each output
   * @throws IllegalArgumentException if {@code x} does not have {@link #inputs()} elements
   */
  Interval[] enclose(Interval[] x, Stop stop);
}
