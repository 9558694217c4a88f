package surety.certificates.gaussian;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/** A function g of a normal number X, and how it varies together with others. */
public sealed interface NormalFunction permits RectifiedNormal, CurvedNormal {
  /** X. */
  NormalForm form();

  /** Encloses the deviation of X. */
  Interval deviation();

  /** Whether the deviation of X is known to be positive, and its numbers are bounded. */
  boolean isProper();

  /** Encloses the mean of g(X). */
  Interval mean();

  /** Encloses the mean of the slope of g at X. */
  Interval slope();

  /** At least the deviation of g(X). */
  double greatestDeviation();

  /** What g(X) is besides its mean and a multiple of X, if X is proper. */
  HermiteSeries series();

  /** Encloses the covariance with a normal number Y: {@code Cov(X, Y) E g'(X)} (Stein's lemma). */
  default Interval covariance(NormalForm other) {
    if (form().isConstant()) {
      return Interval.ZERO;
    }
    return isProper()
        ? form().covariance(other).times(slope())
        : within(greatestDeviation(), other.variance().sqrt().upper());
  }

  /**
   * Encloses the covariance with another one, {@code Cov(X, Y) E g'(X) E G'(Y)} and what comes of
   * their being bent.
   */
  default Interval covariance(NormalFunction other) {
    if (form().isConstant() || other.form().isConstant()) {
      return Interval.ZERO;
    }
    Interval most = within(greatestDeviation(), other.greatestDeviation());
    if (!isProper() || !other.isProper()) {
      return most;
    }
    Interval covariance = form().covariance(other.form());
    Interval correlation = covariance.dividedBy(deviation().times(other.deviation()));
    Interval straight = covariance.times(slope()).times(other.slope());
    return straight.plus(bent(other, correlation)).intersect(most);
  }

  /**
   * Encloses the rest of the covariance of two proper ones: Mehler's series from its second term.
   */
  default Interval bent(NormalFunction other, Interval correlation) {
    return series().covariance(other.series(), correlation);
  }

  /** By the inequality of Cauchy and Schwarz. */
  private static Interval within(double a, double b) {
    double most = Rounding.multiplyUp(a, b);
    return new Interval(-most, most);
  }
}
