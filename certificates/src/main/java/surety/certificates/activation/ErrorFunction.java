package surety.certificates.activation;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Enclosures of the error function {@code erf(x) = 2 / sqrt(pi) times the integral of e^(-t^2) from
 * 0 to x}, from a series near 0 and a continued fraction farther out. In both all terms are
 * positive, so that intervals lose little.
 *
 * <ul>
 *   <li>{@code erf(x) = 2 / sqrt(pi) x e^(-x^2) S_0}, where {@code S_n = 1 + 2 x^2 / (2n + 3)
 *       S_(n+1)}. The last S is between 1 and {@code 1 / (1 - 2 x^2 / (2n + 3))}, as the factors
 *       behind it are smaller.
 *   <li>For positive x, {@code 1 - erf(x) = e^(-x^2) / (sqrt(pi) K_1)}, where {@code K_n = x + n /
 *       (2 K_(n+1))}. (The quotient of two neighbours among the repeated integrals of 1 - erf is 2
 *       K_n, by their recurrence; so all of them are positive, and K_n is between x and x + n / (2
 *       x).)
 * </ul>
 */
final class ErrorFunction {
  /** 2 / sqrt(pi) and its half: the doubles around 1.12837916709551257389615890312154517168810. */
  static final Interval TWO_OVER_ROOT_PI = new Interval(0x1.20dd750429b6dp0, 0x1.20dd750429b6ep0);

  private static final Interval ONE_OVER_ROOT_PI = TWO_OVER_ROOT_PI.times(0.5);

  /** From here on the continued fraction is used. */
  private static final double FAR = 1;

  /** Below it, 1 - x^2 and 1 are neighbours. */
  private static final double NEAR = 0x1p-30;

  private static final int TERMS = 22;

  private ErrorFunction() {}

  /** Encloses erf(x) for finite x; within [-1, 1]. */
  static Interval erf(double x) {
    if (x < 0) {
      return erf(-x).negate();
    }
    if (x < FAR) {
      Interval value = TWO_OVER_ROOT_PI.times(x).times(gaussian(x)).times(series(x));
      return new Interval(value.lower(), Math.min(1, value.upper()));
    }
    return Interval.ONE.minus(complement(x));
  }

  /** Encloses 1 + erf(x) for finite x; within [0, 2], and for negative x relatively tight. */
  static Interval onePlusErf(double x) {
    return x <= -FAR ? complement(-x) : Interval.ONE.plus(erf(x));
  }

  /** Encloses the slope of erf. */
  static Interval slope(double x) {
    return TWO_OVER_ROOT_PI.times(gaussian(x));
  }

  private static Interval series(double x) {
    Interval twice = Interval.of(x).square().times(2);
    Interval sum = new Interval(1, 2); // as the next factor is at most 2 / (2 TERMS + 3)
    for (int n = TERMS; n >= 0; n--) {
      sum = sum.times(twice).dividedBy(Interval.of(2.0 * n + 3)).plus(1);
    }
    return sum;
  }

  /** 1 - erf(x) for x of at least 1. */
  private static Interval complement(double x) {
    int last = 8 + (int) Math.ceil(200 / (x * x));
    Interval k = new Interval(x, Rounding.addUp(x, Rounding.divideUp(0.5 * last, x)));
    for (int n = last - 1; n > 0; n--) {
      k = Interval.of(0.5 * n).dividedBy(k).plus(x);
    }
    return ONE_OVER_ROOT_PI.times(gaussian(x)).dividedBy(k);
  }

  /**
   * Encloses {@code e^(-x^2)}; within [0, 1]. With {@code x^2 = h + l}, h a double and l what it
   * leaves, it is e^-h times e^-l, and {@code 1 - l <= e^-l <= 1 - l + l^2} for |l| of at most 1.
   */
  static Interval gaussian(double x) {
    double a = Math.abs(x);
    if (a < NEAR) {
      return new Interval(Rounding.subtractDown(1, Rounding.multiplyUp(a, a)), 1);
    }
    double high = a * a;
    if (high > 1000) {
      return new Interval(0, Double.MIN_VALUE);
    }
    double low = Math.fma(a, a, -high);
    Interval rest = Interval.ONE.minus(Interval.of(low));
    Interval factor =
        new Interval(rest.lower(), Rounding.addUp(rest.upper(), Rounding.multiplyUp(low, low)));
    Interval value = ElementaryFunctions.expOfNonPositive(-high).times(factor);
    return new Interval(value.lower(), Math.min(1, value.upper()));
  }
}
