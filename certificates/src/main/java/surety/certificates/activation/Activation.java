package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * A continuous scalar function that a layer applies to one neuron.
 *
 * <p>The real line is cut into {@link Section}s at the function's kinks and inflection points,
 * which are doubles, exactly. On each section the function is monotone and is linear, convex or
 * concave. From that, from enclosures of values and of slopes, follow all bounds: on a convex
 * section the function lies below its chords and above its tangents, on a concave one the other way
 * round.
 */
public sealed interface Activation permits Identity, Relu, LeakyRelu, Tanh {

  /** x. */
  Activation IDENTITY = new Identity();

  /** max(x, 0). */
  Activation RELU = new Relu();

  /** What people call it, in small letters: {@code "leaky relu"}. */
  String name();

  /** The value at {@code x} in plain doubles: an estimate, unless {@link #isPiecewiseLinear}. */
  double apply(double x);

  /** The slope at {@code x} in plain doubles: an estimate; at a kink that of either side. */
  double slope(double x);

  /** Encloses the value at {@code x}, which is finite. */
  Interval enclose(double x);

  /**
   * Encloses the slope at {@code x}, which is finite and in {@code section}, one of {@link
   * #sections}; at an end of the section the slope from its inside.
   */
  Interval encloseSlope(Section section, double x);

  /** Ascending and without gaps from negative infinity to infinity; at least one. */
  List<Section> sections();

  /** Whether the function does not decrease anywhere. */
  boolean isNonDecreasing();

  /** Whether all sections are linear. Then {@link #applyExactly} works. */
  default boolean isPiecewiseLinear() {
    for (Section section : sections()) {
      if (section.curvature() != Curvature.LINEAR) {
        return false;
      }
    }
    return true;
  }

  /**
   * The value at {@code x} over the rationals, exactly.
   *
   * @throws UnsupportedOperationException if the function is not piecewise linear: then its values
   *     at rational points are no rationals
   */
  default Rational applyExactly(Rational x) {
    throw new UnsupportedOperationException(name() + " has no rational values; enclose them");
  }

  /**
   * Encloses all values over an interval. As the function is monotone on each section, its extreme
   * values are at the interval's ends and at the ends of sections inside it. Nothing is known if
   * the interval is unbounded.
   */
  default Interval enclose(Interval x) {
    if (!x.isBounded()) {
      return Interval.WHOLE;
    }
    Interval values = enclose(x.lower());
    if (x.isPoint()) {
      return values;
    }
    values = values.hull(enclose(x.upper()));
    for (Section section : sections()) {
      if (section.from() > x.lower() && section.from() < x.upper()) {
        values = values.hull(enclose(section.from()));
      }
    }
    return values;
  }
}
