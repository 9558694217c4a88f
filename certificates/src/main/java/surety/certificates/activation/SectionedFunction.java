package surety.certificates.activation;

import java.util.List;
import java.util.Optional;
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

  /** Encloses the value at {@code x}, which is finite; the whole line if there is none. */
  Interval enclose(double x);

  /**
   * Ascending and without gaps over all numbers that it is defined for, and perhaps others; at
   * least one. Functions that are defined everywhere have sections from negative infinity to
   * infinity.
   */
  List<Section> sections();

  /**
   * Whether the function has values at all numbers from one to another one, either of which may be
   * infinite. Where a network may need a value that there is not, nothing is known of it: so bounds
   * hold whatever it gives instead.
   */
  default boolean isDefinedOn(double from, double to) {
    return true;
  }

  /** Where it turns inside a convex section, if it does. */
  default Optional<Valley> valley() {
    return Optional.empty();
  }

  /** Whether all sections are linear. */
  default boolean isPiecewiseLinear() {
    for (Section section : sections()) {
      if (section.curvature() != Curvature.LINEAR) {
        return false;
      }
    }
    return true;
  }

  /**
   * The highest degree of the polynomials with rational coefficients that it is made of; 0 if it is
   * not made of such. Where it is positive {@link #applyExactly} works, and gives a number that is
   * about so many times longer.
   */
  default int degree() {
    return isPiecewiseLinear() ? 1 : 0;
  }

  /**
   * The value at {@code x} over the rationals, exactly.
   *
   * @throws UnsupportedOperationException if the {@link #degree} is 0: then its values at rational
   *     points are no rationals
   */
  default Rational applyExactly(Rational x) {
    throw new UnsupportedOperationException(name() + " has no rational values; enclose them");
  }

  /**
   * Encloses all values over an interval; the whole line if there is not one for each number in it.
   * As the function is monotone on each section, its extreme values are at the interval's ends and
   * at the ends of sections inside it, or in the valley. On a section that may bend either way the
   * function is within {@code bend w^2 / 8} of its chord over a stretch of length w. An infinite
   * end of the interval may mean that something overflowed: nothing is known on its side but the
   * {@link #range}.
   */
  default Interval enclose(Interval x) {
    if (!isDefinedOn(x.lower(), x.upper())) {
      return Interval.WHOLE;
    }
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
      if (section.curvature() == Curvature.EITHER
          && section.from() < x.upper()
          && section.to() > x.lower()) {
        values = values.hull(encloseBent(section, x)).intersect(range());
      }
    }
    Optional<Valley> valley = valley().filter(v -> v.meets(x));
    return valley.isPresent() ? values.hull(Interval.of(valley.get().least())) : values;
  }

  /** Encloses the values where an interval meets a section that may bend either way. */
  private Interval encloseBent(Section section, Interval x) {
    Stretches parts =
        Stretches.of(Math.max(section.from(), x.lower()), Math.min(section.to(), x.upper()));
    Interval values = enclose(parts.point(0));
    for (int i = 1; i <= Stretches.COUNT; i++) {
      values = values.hull(enclose(parts.point(i)));
    }
    double off = parts.offChords(section.bend());
    return values.plus(new Interval(-off, off));
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

  /** Whether the function does not decrease over any range that it is defined on. */
  boolean isNonDecreasing();

  /** Whether the function surely does not increase over any range that it is defined on. */
  default boolean isNonIncreasing() {
    return false;
  }
}
