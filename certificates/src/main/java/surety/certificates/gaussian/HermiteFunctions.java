package surety.certificates.gaussian;

import surety.certificates.arithmetic.Interval;

/**
 * {@code k_m(x) = phi(x) He_m(x) / sqrt(m!)} for m = 0, 1, ..., with phi the standard normal
 * density and He_m Hermite's polynomials, by {@code k_(m+1) = (x k_m - sqrt(m) k_(m-1)) / sqrt(m +
 * 1)}.
 */
final class HermiteFunctions {

  /** Above 1.0865 / sqrt(2 pi). */
  private static final double CRAMER = 0.4335;

  private final double[] values;
  private final double[] errors;

  /**
   * The first ones at a number.
   *
   * <p><em>Why it is sound.</em> Each value v_m is off by at most e_m. The number is within r of y,
   * so that one step is off by at most {@code (|y| e_m + r (|v_m| + e_m) + sqrt(m) e_(m-1)) /
   * sqrt(m + 1)}, and by what is rounded: two roots, two products, a difference and a quotient, at
   * most five of which meet either product, and what underflows. Where that becomes large {@code
   * |k_m(x)| <= 1.0865 e^(-x^2/4) / sqrt(2 pi)} says more (Cramer's inequality; Abramowitz and
   * Stegun, 22.14.17).
   */
  HermiteFunctions(Interval x, int count) {
    this.values = new double[count];
    this.errors = new double[count];
    double most = x.square().times(-0.25).exp().times(CRAMER).upper();
    double y = x.middle();
    double radius = x.radius();
    Interval density = StandardNormal.density(x);
    double value = density.middle();
    double error = density.radius();
    double last = 0;
    double lastError = 0;
    for (int m = 0; m < count; m++) {
      if (!(error <= most)) {
        value = 0;
        error = most;
      }
      values[m] = value;
      errors[m] = error;
      double root = Math.sqrt(m);
      double next = Math.sqrt(m + 1);
      double a = y * value;
      double b = root * last;
      double off =
          (Math.abs(y) + radius) * error
              + radius * Math.abs(value)
              + root * lastError
              + 8 * Roundoff.U * (Math.abs(a) + Math.abs(b));
      last = value;
      lastError = error;
      value = (a - b) / next;
      error = off / next * Roundoff.SLACK + Double.MIN_NORMAL;
    }
  }

  /** Next to k_m(x). */
  double value(int m) {
    return values[m];
  }

  /** At least how far the value is off. */
  double error(int m) {
    return errors[m];
  }

  /** Encloses k_m(x). */
  Interval get(int m) {
    return Interval.of(values[m]).plus(new Interval(-errors[m], errors[m]));
  }

  /** At least the magnitude of each of them at any number. */
  static double most() {
    return CRAMER;
  }
}
