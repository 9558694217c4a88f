package surety.certificates.density;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * {@code (1 + z^2/n)^-m} with m = (n + 1)/2. Its logarithmic derivative is {@code -2 m z / (n +
 * z^2)}; times z, that decreases in |z|, so that the logarithm is concave in log |z|.
 *
 * <p>From {@code (n + z^2) f' = -2 m z f} at z + s, by comparing coefficients of powers of s:
 * {@code (n + z^2) (k+1) a_(k+1) = -2 z (k + m) a_k - (k - 1 + 2m) a_(k-1)}.
 *
 * <p>On a wide interval that overestimates; there a majorant bounds the coefficients. With r =
 * sqrt(n + z^2), the distance of z from both zeros of n + z^2, f(z + s) = f(z) ((1 - s/p) (1 -
 * s/q))^-m for some p, q with |p| = |q| = r, whose coefficients are at most those of {@code f(z) (1
 * - s/r)^-2m} in magnitude: {@code f(z) binomial(2m + k - 1, k) / r^k}.
 */
final class StudentFactor implements Factor {
  private final Interval freedom;
  private final Interval twiceM;
  private final PowerFactor power;

  /** Of the degrees of freedom n. */
  StudentFactor(Rational freedom) {
    Rational twice = freedom.plus(Rational.ONE);
    this.freedom = Interval.of(freedom);
    this.twiceM = Interval.of(twice);
    this.power = new PowerFactor(false, twice.dividedBy(Rational.of(-2)));
  }

  @Override
  public Series series(Interval z, int degree, int unit) {
    Interval[] coefficients = new Interval[degree + 1];
    Interval sum = z.square().plus(freedom);
    Interval first = z.times(-1).dividedBy(sum).scaledBy(unit);
    Interval second = Interval.of(-1).dividedBy(sum).scaledBy(2 * unit);
    Interval root = Interval.of(sum.lower()).sqrt();
    Interval inverseRoot = Interval.ONE.dividedBy(root).scaledBy(unit);
    Interval previous = Interval.ZERO;
    Interval current = Interval.ONE;
    Interval bound = Interval.ONE;
    for (int k = 0; k <= degree; k++) {
      coefficients[k] = current.intersect(Interval.of(-bound.upper(), bound.upper()));
      Interval next =
          first
              .times(twiceM.plus(2.0 * k))
              .times(coefficients[k])
              .plus(second.times(twiceM.plus(k - 1.0)).times(previous))
              .dividedBy(Interval.of(k + 1));
      bound = bound.times(twiceM.plus(k)).dividedBy(Interval.of(k + 1)).times(inverseRoot);
      previous = coefficients[k];
      current = next;
    }
    return new Series(coefficients, 0).times(value(z));
  }

  private ScaledInterval value(Interval z) {
    Series value = power.series(z.square().dividedBy(freedom).plus(1), 0, 0);
    return new ScaledInterval(value.coefficients()[0], value.scale());
  }

  @Override
  public Interval logarithmicDerivative(Interval z) {
    return twiceM.times(z).dividedBy(z.square().plus(freedom)).negate();
  }

  @Override
  public boolean isLogConcave() {
    return false;
  }

  @Override
  public boolean isPolynomial() {
    return false;
  }
}
