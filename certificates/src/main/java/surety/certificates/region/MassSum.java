package surety.certificates.region;

import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.ExactSum;
import surety.certificates.arithmetic.Interval;

/** An exact sum of enclosures of probabilities; its order makes no difference. */
final class MassSum {
  private final ExactSum lower = new ExactSum();
  private final ExactSum upper = new ExactSum();

  void add(Interval mass) {
    lower.add(mass.lower());
    upper.add(mass.upper());
  }

  /** The sum, rounded outward to doubles; at least 0, at most 1 if it is a probability. */
  Interval value() {
    double top = Math.min(1, upper.value().doubleCeiling());
    return new Interval(Math.min(lower.value().doubleFloor(), top), top);
  }

  Dyadic lower() {
    return lower.value();
  }

  Dyadic upper() {
    return upper.value();
  }
}
