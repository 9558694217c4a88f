package surety.certificates.precise;

import java.math.BigInteger;
import surety.certificates.arithmetic.Rational;

/**
 * The few functions that moments need, each by a power series: all that a sum is off by is counted
 * by its balls, and what is left out of the series is bounded and added.
 */
public final class PreciseFunctions {
  /** Digits that are computed beyond those that are asked for, and lost in sums. */
  private static final int SPARE = 32;

  /**
   * The largest real part of an exponent; e to its power has 5,909 binary digits before the point.
   */
  private static final int MOST_EXPONENT = 1 << 12;

  /** Beyond so many deviations a normal tail is below 2^-2954. */
  private static final int FAR = 64;

  private PreciseFunctions() {}

  /** The number pi, by Machin's formula {@code 16 arctan(1/5) - 4 arctan(1/239)}. */
  public static Ball pi(int precision) {
    int working = precision + SPARE;
    Ball sum =
        inverseTangentOfInverse(5, working)
            .times(BigInteger.valueOf(16))
            .minus(inverseTangentOfInverse(239, working).times(BigInteger.valueOf(4)));
    return sum.withPrecision(precision);
  }

  /**
   * arctan(1/k), the sum of {@code (-1)^j / ((2j + 1) k^(2j + 1))}. The terms fall and have
   * changing signs, so what is left out is at most the first of it.
   */
  private static Ball inverseTangentOfInverse(int k, int precision) {
    BigInteger square = BigInteger.valueOf((long) k * k);
    Ball power = Ball.of(Rational.of(1, k), precision);
    Ball sum = Ball.zero(precision);
    for (int j = 0; j <= precision; j++) {
      Ball term = power.over(BigInteger.valueOf(2L * j + 1));
      if (power.re().signum() == 0) {
        return sum.widened(term.farthest());
      }
      sum = sum.plus(j % 2 == 0 ? term : term.negate());
      power = power.over(square);
    }
    throw new IllegalStateException("each term has at least 4 binary digits less"); // k >= 5
  }

  /**
   * e to the power of a number. The number is halved until its absolute value is below 1/16; there
   * all of the series from its J-th term on is at most twice that term, whose size is below {@code
   * 2^-4J / J!}; and the sum is squared as often.
   *
   * @throws ArithmeticException if its real part may be above 4096
   */
  public static Ball exp(Ball number) {
    BigInteger real = number.re().add(number.radius()).shiftRight(number.precision());
    if (real.compareTo(BigInteger.valueOf(MOST_EXPONENT)) > 0) {
      throw new ArithmeticException("e to the power of more than " + MOST_EXPONENT);
    }
    // |number| < 2^size
    int size = number.farthest().bitLength() - number.precision();
    int halvings = Math.max(0, size + 4);
    // a square doubles what is off, and multiplies it by what it is the square of
    int working = number.precision() + 2 * halvings + 2 * Math.max(0, real.intValue()) + SPARE;
    Ball part = number.withPrecision(working).shift(-halvings);
    Ball power = exponentialSeries(part);
    for (int i = 0; i < halvings; i++) {
      power = power.times(power);
    }
    return power.withPrecision(number.precision());
  }

  private static Ball exponentialSeries(Ball part) {
    int terms = 0;
    for (int bits = 0; bits < part.precision() + 2; bits += 4 + floorLog(terms)) {
      terms++; // bits <= log2(2^(4 terms) terms!)
    }
    Ball one = Ball.of(Rational.ONE, part.precision());
    Ball sum = one;
    for (int j = terms - 1; j >= 1; j--) {
      sum = one.plus(part.times(sum).over(BigInteger.valueOf(j)));
    }
    return sum.widened(BigInteger.ONE); // 2 * 2^-(precision + 2) and less is left out
  }

  private static int floorLog(int number) {
    return 31 - Integer.numberOfLeadingZeros(number);
  }

  /**
   * The integral of {@code exp(-t^2 / 2)} from 0 to a real number x: {@code x} times the sum of
   * {@code (-1)^j (x^2/2)^j / (j! (2j + 1))}. From {@code j >= x^2} on each term is at most half of
   * the one before, so what is left out is at most twice the first of it.
   */
  public static Ball normalIntegral(Ball x) {
    int precision = x.precision();
    if (x.farthest().shiftRight(precision).compareTo(BigInteger.valueOf(FAR)) >= 0) {
      return farIntegral(x);
    }
    int square = x.farthest().shiftRight(precision).add(BigInteger.ONE).pow(2).intValueExact();
    int working = precision + 2 * square + SPARE;
    Ball argument = x.withPrecision(working);
    Ball half = argument.times(argument).shift(-1);
    Ball power = Ball.of(Rational.ONE, working); // (x^2/2)^j / j!
    Ball sum = Ball.zero(working);
    int terms = 2 * square + working;
    for (int j = 0; j < terms; j++) {
      Ball term = power.over(BigInteger.valueOf(2L * j + 1));
      sum = sum.plus(j % 2 == 0 ? term : term.negate());
      power = power.times(half).over(BigInteger.valueOf(j + 1L));
    }
    return sum.widened(power.farthest().shiftLeft(1)).times(argument).withPrecision(precision);
  }

  /** Beyond 64 the integral is between that to 64 and all of it, the root of pi/2. */
  private static Ball farIntegral(Ball x) {
    int precision = x.precision();
    if (x.re().signum() < 0) {
      return farIntegral(x.negate()).negate();
    }
    BigInteger limit = BigInteger.valueOf(FAR - 1L).shiftLeft(precision);
    if (x.re().subtract(x.radius()).compareTo(limit) < 0) {
      throw new ArithmeticException("a normal integral over a range of which too little is known");
    }
    Ball least = normalIntegral(new Ball(precision, limit, BigInteger.ZERO, BigInteger.ZERO));
    Ball most = pi(precision).shift(-1).sqrt();
    return Ball.between(
        precision, least.re().subtract(least.radius()), most.re().add(most.radius()));
  }
}
