package surety.certificates.density;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * {@code exp(-z^k)}, z at least 0. Its logarithm is {@code -exp(k log z)}: concave in log z, and
 * for k at least 1 in z.
 */
final class StretchedFactor implements Factor {
  private final Rational order;
  private final PowerFactor power;

  /** Of k, positive. */
  StretchedFactor(Rational order) {
    this.order = order;
    this.power = new PowerFactor(false, order);
  }

  Rational order() {
    return order;
  }

  /** z^k. */
  Interval power(Interval z) {
    Series series = power.series(z, 0, 0).withScale(0);
    return series.coefficients()[0];
  }

  @Override
  public Series series(Interval z, int degree, int unit) {
    return power.series(z, degree, unit).withScale(0).negate().exp();
  }

  @Override
  public Interval logarithmicDerivative(Interval z) {
    return power.series(z, 1, 0).withScale(0).coefficients()[1].negate();
  }

  @Override
  public boolean isLogConcave() {
    return order.compareTo(Rational.ONE) >= 0;
  }

  @Override
  public boolean isPolynomial() {
    return false;
  }
}
