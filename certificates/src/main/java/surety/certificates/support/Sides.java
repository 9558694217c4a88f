package surety.certificates.support;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.StandardNormal;

/**
 * The probabilities that a normal number is below a kink, and that it is not; enclosed. Both come
 * from a tail of their own, so each has all its digits where it is small.
 */
record Sides(Interval below, Interval above) {
  /** Where a piece has no end. */
  static final Sides BEFORE_ALL = new Sides(Interval.ZERO, Interval.ONE);

  static final Sides BEHIND_ALL = new Sides(Interval.ONE, Interval.ZERO);

  private static final Interval ANY = new Interval(0, 1);

  /**
   * Of a form and a kink.
   *
   * <p><em>Why it is sound.</em> With the distance d from the kink to the mean and the deviation s,
   * they are Phi(-d/s) and Phi(d/s). If s is 0 the form is a number, and they are 0 and 1 where d
   * is not negative, else 1 and 0: as if d/s were infinite, of the sign of d, and for d = 0
   * positive. So d/s is least for the least d, with the greatest s if that d is not negative and
   * else with the least s; likewise it is greatest.
   */
  static Sides of(NormalForm form, Interval kink) {
    Interval d = form.mean().minus(kink);
    if (form.isConstant()) {
      boolean isKnown = d.lower() >= 0 || d.upper() < 0;
      return isKnown ? (d.upper() < 0 ? BEHIND_ALL : BEFORE_ALL) : new Sides(ANY, ANY);
    }
    Interval s = form.variance().sqrt();
    if (!d.isBounded() || !s.isBounded()) {
      return new Sides(ANY, ANY);
    }
    Interval ratio = new Interval(least(d.lower(), s), greatest(d.upper(), s));
    return new Sides(StandardNormal.cdf(ratio.negate()), StandardNormal.cdf(ratio));
  }

  private static double least(double d, Interval s) {
    if (d >= 0) {
      return Rounding.divideDown(d, s.upper());
    }
    return s.lower() > 0 ? Rounding.divideDown(d, s.lower()) : Double.NEGATIVE_INFINITY;
  }

  private static double greatest(double d, Interval s) {
    if (d < 0) {
      return Rounding.divideUp(d, s.upper());
    }
    return s.lower() > 0 ? Rounding.divideUp(d, s.lower()) : Double.POSITIVE_INFINITY;
  }
}
