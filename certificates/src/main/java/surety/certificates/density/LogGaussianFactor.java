package surety.certificates.density;

import surety.certificates.arithmetic.Interval;

/**
 * {@code exp(-c (log z)^2)}, z at least 0, and 0 where z is. Its logarithm is concave in log z.
 *
 * <p>The logarithm of z has the Taylor coefficients {@code -(-1/z)^k / k} from k = 1 on; they are
 * squared, multiplied by -c and put into the exponential. Where z may be 0 they are unbounded, but
 * not the values.
 *
 * @param curvature encloses c, positive
 */
record LogGaussianFactor(Interval curvature) implements Factor {

  @Override
  public Series series(Interval z, int degree, int unit) {
    Interval t = fromZero(z);
    Interval minusInverse = inverse(t).scaledBy(unit).negate();
    Interval[] log = new Interval[degree + 1];
    log[0] = t.log();
    Interval power = Interval.ONE;
    for (int k = 1; k <= degree; k++) {
      power = power.times(minusInverse);
      log[k] = power.dividedBy(Interval.of(-k));
    }
    Series logarithm = new Series(log, 0);
    Interval[] square = logarithm.times(logarithm).coefficients();
    square[0] = log[0].square(); // which cannot be negative
    Interval[] exponent = new Interval[degree + 1];
    for (int k = 0; k <= degree; k++) {
      exponent[k] = square[k].times(curvature).negate();
    }
    return new Series(exponent, 0).exp();
  }

  /** z, without the negative numbers that only an enclosure of an end can contain. */
  private static Interval fromZero(Interval z) {
    return z.lower() < 0 ? Interval.of(0, Math.max(0, z.upper())) : z;
  }

  private static Interval inverse(Interval t) {
    return t.lower() > 0 ? Interval.ONE.dividedBy(t) : new Interval(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public Interval logarithmicDerivative(Interval z) {
    return z.log().times(curvature).times(-2).dividedBy(z);
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
