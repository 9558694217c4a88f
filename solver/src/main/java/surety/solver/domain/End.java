package surety.solver.domain;

import surety.certificates.arithmetic.Interval;

/**
 * An end of a slice: an exact real number, known by an enclosure, as the kernel takes it.
 *
 * @param enclosure contains the exact number
 * @param value a double near it
 */
public record End(Interval enclosure, double value) {
  static End of(Interval enclosure) {
    return new End(enclosure, enclosure.middle());
  }

  static End of(double value) {
    return new End(Interval.of(value), value);
  }
}
