package surety.certificates.gaussian;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Marginal;
import surety.certificates.density.Normal;

/** A normal number of mean 0 and deviation 1. */
public final class StandardNormal {
  private static final Marginal MARGINAL = Marginal.of(new Normal(Rational.ZERO, Rational.ONE));

  private static final Interval BELOW = Interval.of(Double.NEGATIVE_INFINITY);

  /** Math.PI is below pi, and the next double above it. */
  private static final Interval TWO_PI = new Interval(2 * Math.PI, 2 * Math.nextUp(Math.PI));

  private static final Interval HIGHEST = Interval.ONE.dividedBy(TWO_PI.sqrt());
  private static final Interval PROBABILITIES = new Interval(0, 1);

  private StandardNormal() {}

  /** 2 pi. */
  static Interval twoPi() {
    return TWO_PI;
  }

  /** Encloses the density at any number of an interval. */
  public static Interval density(Interval x) {
    return HIGHEST.times(x.square().times(-0.5).exp());
  }

  /**
   * Encloses the probability of what is below any number of an interval, with relative accuracy
   * where it is small.
   *
   * <p><em>Why it is sound.</em> It grows with the number, so its ends are at the interval's.
   */
  public static Interval cdf(Interval x) {
    double lower = x.lower() > Double.NEGATIVE_INFINITY ? below(x.lower()).lower() : 0;
    double upper = x.upper() < Double.POSITIVE_INFINITY ? below(x.upper()).upper() : 1;
    return new Interval(lower, upper).intersect(PROBABILITIES);
  }

  /** Encloses {@code E max(Z + x, 0)^2 = (1 + x^2) Phi(x) + x phi(x)} of it. */
  static Interval rectifiedSquare(Interval x) {
    Interval square = x.square().plus(1).times(cdf(x)).plus(x.times(density(x)));
    return square.positivePart();
  }

  /** By symmetry what is below x > 0 is 1 less what is below -x. */
  private static Interval below(double x) {
    return x > 0 ? Interval.ONE.minus(tail(-x)) : tail(x);
  }

  private static Interval tail(double x) {
    return MARGINAL.mass(BELOW, Interval.of(x)).toInterval();
  }
}
