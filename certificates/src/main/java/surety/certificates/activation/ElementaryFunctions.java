package surety.certificates.activation;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Elementary functions from {@link StrictMath}, stepped outward by twice the error that the
 * documentation of {@link Math} allows: 1 unit in the last place for exp, expm1, log1p, sin and
 * cos, 2.5 for tanh. {@link StrictMath} is fdlibm on every platform, which keeps these bounds.
 * Functions that are built from them are monotone in each intermediate result, so that its two
 * ends, rounded outward at each step, give the two ends of the value.
 */
final class ElementaryFunctions {
  private ElementaryFunctions() {}

  /** Encloses tanh(x); within [-1, 1], with the sign of x, and not farther from 0 than x. */
  static Interval tanh(double x) {
    if (x == 0) {
      return Interval.ZERO;
    }
    double a = Math.abs(x);
    double value = StrictMath.tanh(a);
    double lower = Math.max(0, stepDown(value, 5));
    double upper = Math.min(Math.min(1, a), stepUp(value, 5));
    return x > 0 ? new Interval(lower, upper) : new Interval(-upper, -lower);
  }

  /** Encloses sin(x) for finite x; within [-1, 1]. */
  static Interval sin(double x) {
    return x == 0 ? Interval.ZERO : inUnit(StrictMath.sin(x));
  }

  /** Encloses cos(x) for finite x; within [-1, 1]. */
  static Interval cos(double x) {
    return x == 0 ? Interval.ONE : inUnit(StrictMath.cos(x));
  }

  private static Interval inUnit(double value) {
    return new Interval(Math.max(-1, stepDown(value, 2)), Math.min(1, stepUp(value, 2)));
  }

  /**
   * Encloses e^x for x at most 0; within [0, 1]. Negative infinity stands for a number below the
   * range of doubles.
   */
  static Interval expOfNonPositive(double x) {
    Interval value = Interval.of(Math.max(x, -Double.MAX_VALUE)).exp();
    // at -MAX_VALUE the lower end is 0, so that it holds below, too
    return new Interval(value.lower(), Math.min(1, value.upper()));
  }

  /** Encloses e^x - 1 for finite x at most 0; within [-1, 0], and not below x. */
  static Interval expm1OfNonPositive(double x) {
    if (x == 0) {
      return Interval.ZERO;
    }
    double value = StrictMath.expm1(x);
    return new Interval(
        Math.max(Math.max(x, -1), stepDown(value, 2)), Math.min(0, stepUp(value, 2)));
  }

  /** Encloses ln(1 + t) for t from an interval in [0, 1]; not negative, and not above t. */
  static Interval log1p(Interval t) {
    return new Interval(
        Math.max(0, stepDown(StrictMath.log1p(t.lower()), 2)),
        Math.min(t.upper(), stepUp(StrictMath.log1p(t.upper()), 2)));
  }

  /**
   * Encloses the logistic function 1/(1 + e^-x): with {@code e = e^-|x|} that is e/(1 + e) for
   * negative x, where nothing cancels, and 1/(1 + e) for positive x. Within [0, 1/2] or [1/2, 1].
   */
  static Interval logistic(double x) {
    Interval e = expOfNonPositive(-Math.abs(x));
    if (x <= 0) {
      return new Interval(
          Rounding.divideDown(e.lower(), Rounding.addUp(1, e.lower())),
          Math.min(0.5, Rounding.divideUp(e.upper(), Rounding.addDown(1, e.upper()))));
    }
    return new Interval(
        Math.max(0.5, Rounding.divideDown(1, Rounding.addUp(1, e.upper()))),
        Math.min(1, Rounding.divideUp(1, Rounding.addDown(1, e.lower()))));
  }

  /**
   * Encloses the slope of the logistic function at a or -a, for a at least 0: {@code e/(1 + e)^2}
   * with {@code e = e^-a}. It grows with e, as its derivative {@code (1 - e)/(1 + e)^3} is not
   * negative on [0, 1]. Within [0, 1/4]. Infinity stands for a number beyond the range of doubles.
   */
  static Interval logisticSlope(double a) {
    Interval e = expOfNonPositive(-a);
    double most = Rounding.addUp(1, e.lower());
    double least = Rounding.addDown(1, e.upper());
    return new Interval(
        Rounding.divideDown(e.lower(), Rounding.multiplyUp(most, most)),
        Math.min(0.25, Rounding.divideUp(e.upper(), Rounding.multiplyDown(least, least))));
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
