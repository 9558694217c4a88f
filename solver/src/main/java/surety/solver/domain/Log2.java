package surety.solver.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * Logarithms to base 2. Masses like 1e-350 are no doubles, their logarithms are; that a logarithm
 * around 1000 has an absolute error of 1e-13 does not matter to a search.
 */
public final class Log2 {
  private static final double LN2 = Math.log(2);

  private Log2() {}

  /** The logarithm of x; minus infinity for 0. */
  public static double of(double x) {
    return Math.log(x) / LN2;
  }

  /** The logarithm of the middle of an enclosure. */
  public static double of(ScaledInterval x) {
    Interval value = x.value();
    double middle = 0.5 * Math.max(0, value.lower()) + 0.5 * Math.max(0, value.upper());
    return of(middle) + x.scale();
  }

  /** {@code 2^x}. */
  public static double power(double x) {
    return Math.exp(x * LN2);
  }

  /** About {@code x 2^log}, also where that is too small for a double. */
  public static BigDecimal scaled(double x, double log) {
    int whole = (int) Math.floor(log);
    BigDecimal unit = BigDecimal.valueOf(2).pow(whole, MathContext.DECIMAL64);
    return new BigDecimal(x * power(log - whole)).multiply(unit, MathContext.DECIMAL64);
  }

  /** The logarithm of the sum of two numbers, given theirs. */
  public static double sum(double a, double b) {
    double larger = Math.max(a, b);
    double smaller = Math.min(a, b);
    return smaller == Double.NEGATIVE_INFINITY ? larger : larger + of(1 + power(smaller - larger));
  }
}
