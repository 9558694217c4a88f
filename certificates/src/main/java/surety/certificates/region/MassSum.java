package surety.certificates.region;

import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.ExactSum;
import surety.certificates.arithmetic.Interval;

/** An exact sum of enclosures of masses; its order makes no difference. */
final class MassSum {
  private final ExactSum lower = new ExactSum();
  private final ExactSum upper = new ExactSum();

  void add(Interval mass) {
    lower.add(mass.lower());
    upper.add(mass.upper());
  }

  /**
   * The sum, rounded outward to doubles.
   *
   * @param most a bound of it
   */
  Interval value(double most) {
    double top = Math.min(most, upper.value().doubleCeiling());
    return new Interval(Math.min(lower.value().doubleFloor(), top), top);
  }

  Dyadic lower() {
    return lower.value();
  }

  Dyadic upper() {
    return upper.value();
  }
}
