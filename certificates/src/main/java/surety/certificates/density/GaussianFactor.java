package surety.certificates.density;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * exp(-z^2/2). From f' = -z f, the Taylor coefficients satisfy {@code (k+1) a_(k+1) = -z a_k -
 * a_(k-1)}.
 *
 * <p>On a wide interval the recurrence overestimates; there Cramer's inequality {@code |He_n(z)| <=
 * 1.0865 sqrt(n!) exp(z^2/4)} (Abramowitz and Stegun 22.14.17, whose constant is 1.086435) bounds
 * the coefficient {@code He_k(z) exp(-z^2/2)/k!} by {@code 1.0865 exp(-z^2/4) / sqrt(k!)}.
 */
record GaussianFactor() implements Factor {
  private static final double CRAMER = 1.0865;

  @Override
  public Series series(Interval z, int degree, int unit) {
    ScaledInterval value = Elementary.expOfMinusHalfSquare(z);
    Interval[] coefficients = new Interval[degree + 1];
    Interval previous = Interval.ZERO;
    Interval current = Interval.ONE;
    Interval minusZ = z.negate();
    for (int k = 0; k <= degree; k++) {
      coefficients[k] = value.value().times(current);
      Interval next = minusZ.times(current).minus(previous).dividedBy(Interval.of(k + 1));
      previous = current;
      current = next;
    }
    if (z.width() > 0x1p-4) {
      tighten(coefficients, z, value.scale());
    }
    return new Series(coefficients, value.scale()).inUnit(unit);
  }

  /** Intersects the coefficients with Cramer's bounds. */
  private static void tighten(Interval[] coefficients, Interval z, int scale) {
    // exp(-z^2/4) is the square root of exp(-z^2/2), and even scales have exact roots
    ScaledInterval largest = Elementary.expOfMinusHalfSquare(Interval.of(z.abs().lower()));
    int odd = largest.scale() & 1;
    Interval root = largest.value().scaledBy(odd).sqrt();
    int shift = Elementary.clamp((long) (largest.scale() - odd) / 2 - scale);
    Interval bound = root.times(CRAMER).scaledBy(shift);
    for (int k = 0; k < coefficients.length; k++) {
      if (k > 0) {
        bound = bound.dividedBy(Interval.of(k).sqrt());
      }
      double most = bound.upper();
      coefficients[k] = coefficients[k].intersect(Interval.of(-most, most));
    }
  }

  @Override
  public Interval logarithmicDerivative(Interval z) {
    return z.negate();
  }

  @Override
  public boolean isLogConcave() {
    return true;
  }

  @Override
  public int usefulDegree(double centre, double h, int cap) {
    double previous = 0;
    double current = 1;
    int k = 0;
    while (Math.max(current, previous) > NEGLIGIBLE && k <= cap) {
      double next = (Math.abs(centre) * h * current + h * h * previous) / (k + 1);
      previous = current;
      current = next;
      k++;
    }
    return k;
  }

  @Override
  public boolean isPolynomial() {
    return false;
  }
}
