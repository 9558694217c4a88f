package surety.certificates.density;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * A polynomial in z - origin, on a bounded domain.
 *
 * <p>Repeated division by (z - s) leaves the Taylor coefficients at s, one with each remainder
 * (Horner's scheme), and so for every s of an interval.
 */
final class PolynomialFactor implements Factor {
  private final Interval origin;
  private final Interval[] coefficients;

  /**
   * A polynomial.
   *
   * @param coefficients by ascending power, at least one
   */
  PolynomialFactor(Rational origin, List<Rational> coefficients) {
    this.origin = Interval.of(origin);
    this.coefficients = coefficients.stream().map(Interval::of).toArray(Interval[]::new);
  }

  @Override
  public Series series(Interval z, int degree, int unit) {
    Interval s = z.minus(origin);
    Interval[] rest = coefficients.clone();
    Interval[] result = new Interval[degree + 1];
    for (int k = 0; k <= degree; k++) {
      for (int j = rest.length - 2; j >= k; j--) {
        rest[j] = rest[j].plus(rest[j + 1].times(s));
      }
      result[k] = k < rest.length ? rest[k] : Interval.ZERO;
    }
    return new Series(result, 0).inUnit(unit);
  }

  @Override
  public Interval logarithmicDerivative(Interval z) {
    Interval[] series = series(z, 1, 0).coefficients();
    return series[1].dividedBy(series[0]);
  }

  @Override
  public boolean isLogConcave() {
    return false;
  }

  @Override
  public int usefulDegree(double centre, double h, int cap) {
    return coefficients.length - 1;
  }

  @Override
  public boolean isPolynomial() {
    return true;
  }
}
