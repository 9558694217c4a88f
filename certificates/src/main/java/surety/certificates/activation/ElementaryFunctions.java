package surety.certificates.activation;

import surety.certificates.arithmetic.Interval;

/**
 * Elementary functions from {@link StrictMath}, stepped outward by twice the error that the
 * documentation of {@link Math} allows: 1 unit in the last place for expm1 and log1p, 2.5 for tanh.
 * {@link StrictMath} is fdlibm on every platform, which keeps these bounds.
 */
final class ElementaryFunctions {
  private ElementaryFunctions() {}

  /** Encloses tanh(x); within [-1, 1], and with the sign of x. */
  static Interval tanh(double x) {
    if (x == 0) {
      return Interval.ZERO;
    }
    double value = StrictMath.tanh(Math.abs(x));
    double lower = Math.max(0, stepDown(value, 5));
    double upper = Math.min(1, stepUp(value, 5));
    return x > 0 ? new Interval(lower, upper) : new Interval(-upper, -lower);
  }

  /** {@code value} less that many units in the last place, or a little more. */
  static double stepDown(double value, int units) {
    double result = value;
    for (int i = 0; i < units; i++) {
      result = Math.nextDown(result);
    }
    return result;
  }

  /** {@code value} plus that many units in the last place, or a little more. */
  static double stepUp(double value, int units) {
    return -stepDown(-value, units);
  }
}
