package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * What an {@link Activation}'s sections tell about its values. It is an interface of its own as
 * methods with a body make Java initialize an interface before the classes that implement it, and
 * {@link Activation} has some of these as constants: two threads could wait for each other.
 */
sealed interface SectionedFunction permits Activation {

  /** What people call it, in small letters: {@code "leaky relu"}. */
  String name();

  /** Encloses the value at {@code x}, which is finite. */
  Interval enclose(double x);

  /** Ascending and without gaps from negative infinity to infinity; at least one. */
  List<Section> sections();

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
   * values are at the interval's ends and at the ends of sections inside it. An infinite end of the
   * interval may mean that something overflowed: nothing is known on its side but the {@link
   * #range}.
   */
  default Interval enclose(Interval x) {
    if (!x.isBounded()) {
      return encloseUnbounded(x);
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

  private Interval encloseUnbounded(Interval x) {
    Interval range = range();
    if (!isNonDecreasing()) {
      return range;
    }
    return new Interval(
        Double.isFinite(x.lower()) ? enclose(x.lower()).lower() : range.lower(),
        Double.isFinite(x.upper()) ? enclose(x.upper()).upper() : range.upper());
  }

  /** Contains all values. */
  default Interval range() {
    return Interval.WHOLE;
  }

  /** Whether the function does not decrease anywhere. */
  boolean isNonDecreasing();
}
