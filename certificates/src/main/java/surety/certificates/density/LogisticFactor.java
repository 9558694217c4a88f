package surety.certificates.density;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * exp(-z) / (1 + exp(-z))^2, the same for z and -z, and decreasing in |z|.
 *
 * <p>With {@code u = -tanh(z/2)} it satisfies {@code f' = u f} and {@code u' = -2 f}, which gives
 * the Taylor coefficients of both from those before.
 *
 * <p>On a wide interval that overestimates; there Cauchy's estimate bounds them. For w = x + iy
 * with |w - z| at most pi/2, |y| is at most pi/2 and {@code |1 + exp(-w)|^2 = 1 + 2 exp(-x) cos y +
 * exp(-2x) >= 1 + exp(-2x) >= (1 + exp(-x))^2 / 2}, hence {@code |f(w)| <= 2 f(x) <= 2 exp(pi/2)
 * f(z)}, because |(log f)'| = |tanh(x/2)| is at most 1. So {@code |a_k| <= 2 exp(pi/2) (2/pi)^k
 * f(z)}, where 2 exp(pi/2) = 9.621... and 2/pi = 0.6366...
 */
record LogisticFactor() implements Factor {
  private static final double CAUCHY = 9.63;
  private static final double RATIO = 0.637;

  @Override
  public Series series(Interval z, int degree, int unit) {
    ScaledInterval value = value(z);
    Interval unscaled = value.toInterval();
    Interval[] f = new Interval[degree + 1];
    Interval[] u = new Interval[degree + 1];
    f[0] = Interval.ONE; // all f are relative to the value
    u[0] = logarithmicDerivative(z);
    Interval bound = Interval.of(CAUCHY);
    for (int k = 1; k <= degree; k++) {
      Interval sum = Interval.ZERO;
      for (int i = 0; i < k; i++) {
        sum = sum.plus(f[i].times(u[k - 1 - i]));
      }
      bound = bound.times(RATIO);
      f[k] = sum.dividedBy(Interval.of(k)).intersect(Interval.of(-bound.upper(), bound.upper()));
      u[k] = unscaled.times(f[k - 1]).times(-2).dividedBy(Interval.of(k));
    }
    return new Series(f, 0).inUnit(unit).times(value);
  }

  private static ScaledInterval value(Interval z) {
    Interval distance = z.abs();
    ScaledInterval near = valueAt(distance.lower());
    return distance.isPoint() ? near : Elementary.hull(valueAt(distance.upper()), near);
  }

  private static ScaledInterval valueAt(double distance) {
    ScaledInterval exponential = Elementary.expOfMinus(Interval.of(distance));
    Interval sum = exponential.toInterval().plus(1);
    return exponential.dividedBy(ScaledInterval.of(sum.square()));
  }

  /** -tanh(z/2), which decreases. */
  @Override
  public Interval logarithmicDerivative(Interval z) {
    return new Interval(minusTanhOfHalf(z.upper()).lower(), minusTanhOfHalf(z.lower()).upper());
  }

  private static Interval minusTanhOfHalf(double z) {
    Interval exponential = Elementary.expOfMinus(Interval.of(Math.abs(z))).toInterval();
    Interval tanh = Interval.ONE.minus(exponential).dividedBy(exponential.plus(1));
    return z > 0 ? tanh.negate() : tanh;
  }

  @Override
  public boolean isLogConcave() {
    return true;
  }

  @Override
  public boolean isPolynomial() {
    return false;
  }
}
