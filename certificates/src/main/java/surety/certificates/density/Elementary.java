package surety.certificates.density;

import java.math.BigInteger;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * Exponentials and powers as scaled intervals, accurate to a few units in the last place however
 * small or large they are.
 *
 * <p><em>Why it is sound.</em> {@code exp(y) = 2^k exp(y - k ln 2)} holds for every integer k, and
 * the reduced argument is computed in intervals from an enclosure of ln 2 in two parts (the first
 * has 27 bits, so that its product with k is exact). {@code x^n = m^n 2^(e n)} for {@code x = m
 * 2^e}. Both functions are monotone in their argument, so intervals are mapped end by end.
 */
final class Elementary {
  private static final double LN2_HIGH = 0x1.62e42fcp-1;

  /** ln 2 = 0.69314718055994530941723212145817656807 5500134360255254120680..., less the above. */
  private static final Interval LN2_LOW =
      enclosureOfDecimals("69314718055994530941723212145817656807", 38, LN2_HIGH);

  /** 1/sqrt(2 pi) = 0.39894228040143267793994605993438 1868475858631164934657... */
  static final Interval INVERSE_SQRT_TWO_PI =
      enclosureOfDecimals("39894228040143267793994605993438", 32, 0);

  /** 1/pi = 0.31830988618379067153776752674502 8724068919291480912897... */
  static final Interval INVERSE_PI = enclosureOfDecimals("31830988618379067153776752674502", 32, 0);

  /** Larger arguments than this would leave the range of scales. */
  private static final double LARGEST_ARGUMENT = 1e9;

  /** Powers up to this one of a mantissa in [1, 2) stay within the range of doubles. */
  private static final int BLOCK = 512;

  /** Up to this power, products are as accurate as StrictMath, and exact where possible. */
  private static final int SMALL = 16;

  private Elementary() {}

  /** A number less a part of it, whose first digits behind the point are given. */
  private static Interval enclosureOfDecimals(String digits, int count, double part) {
    BigInteger floor = new BigInteger(digits);
    BigInteger denominator = BigInteger.TEN.pow(count);
    Rational exactPart = Rational.ofDouble(part);
    return Interval.of(Rational.of(floor, denominator).minus(exactPart))
        .hull(Interval.of(Rational.of(floor.add(BigInteger.ONE), denominator).minus(exactPart)));
  }

  /** exp(-z) for z in the interval, which is bounded. */
  static ScaledInterval expOfMinus(Interval z) {
    if (z.isPoint()) {
      return exp(-z.lower(), 0);
    }
    return hull(exp(-z.upper(), 0), exp(-z.lower(), 0));
  }

  /** exp(-z^2/2) for z in the interval, which is bounded. */
  static ScaledInterval expOfMinusHalfSquare(Interval z) {
    Interval distance = z.abs();
    if (distance.isPoint()) {
      return halfSquare(distance.lower());
    }
    return hull(halfSquare(distance.upper()), halfSquare(distance.lower()));
  }

  /** The square is taken with its rounding error, so that a large z costs no accuracy. */
  private static ScaledInterval halfSquare(double z) {
    if (z == 0) {
      return ScaledInterval.ONE;
    }
    double square = z * z;
    if (square < 0x1p-900) {
      return ScaledInterval.of(Interval.of(0, square + Double.MIN_VALUE).negate().exp());
    }
    // the residual of a product this large is a double: exact
    return exp(-square / 2, Double.isInfinite(square) ? 0 : -Math.fma(z, z, -square) / 2);
  }

  /** exp(high + low), for a low part that is tiny against the high one. */
  private static ScaledInterval exp(double high, double low) {
    if (high < -LARGEST_ARGUMENT) {
      // monotone: between 0 and the value at -10^9, which is below 2^-1.4e9
      return new ScaledInterval(Interval.of(0, 1), -1_400_000_000);
    }
    if (high > LARGEST_ARGUMENT) {
      return ScaledInterval.of(Interval.of(Double.MAX_VALUE, Double.POSITIVE_INFINITY));
    }
    if (Math.abs(high) < (low == 0 ? 300 : 1)) {
      return ScaledInterval.of(Interval.of(high).plus(low).exp());
    }
    int k = (int) Math.rint(high / LN2_HIGH);
    Interval reduced =
        Interval.of(high).minus(Interval.of(LN2_HIGH).times(k)).minus(LN2_LOW.times(k)).plus(low);
    return new ScaledInterval(reduced.exp(), k);
  }

  /** x^(n + fraction) for x in the base, which is at least 0; n may be negative. */
  static ScaledInterval power(Interval base, int n, Interval fraction) {
    ScaledInterval whole = power(base, n);
    return fraction.magnitude() == 0 ? whole : whole.times(base.power(fraction));
  }

  /** x^n for x in the base, which is bounded and at least 0. Infinite if n < 0 and x may be 0. */
  static ScaledInterval power(Interval base, int n) {
    if (n == 0) {
      return ScaledInterval.ONE;
    }
    if (base.isPoint()) {
      return powerOfPoint(base.lower(), n);
    }
    ScaledInterval atLower = powerOfPoint(base.lower(), n);
    ScaledInterval atUpper = powerOfPoint(base.upper(), n);
    return n > 0 ? hull(atLower, atUpper) : hull(atUpper, atLower);
  }

  private static ScaledInterval powerOfPoint(double x, int n) {
    if (x == 0 || Double.isInfinite(x)) {
      boolean zero = (x == 0) == (n > 0);
      return zero
          ? ScaledInterval.ZERO
          : ScaledInterval.of(Interval.of(Double.MAX_VALUE, Double.POSITIVE_INFINITY));
    }
    if (n < 0) {
      return ScaledInterval.ONE.dividedBy(powerOfPoint(x, -n));
    }
    int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT);
    Interval mantissa = Interval.of(Math.scalb(x, -exponent));
    return powerOfMantissa(mantissa, n)
        .times(new ScaledInterval(Interval.ONE, Math.multiplyExact(exponent, n)));
  }

  private static ScaledInterval powerOfMantissa(Interval mantissa, int n) {
    if (n <= SMALL) {
      return ScaledInterval.of(mantissa.power(n));
    }
    if (n <= BLOCK) {
      return ScaledInterval.of(mantissa.power(Interval.of(n)));
    }
    ScaledInterval result = powerOfMantissa(mantissa, n % BLOCK);
    ScaledInterval square = powerOfMantissa(mantissa, BLOCK);
    for (int rest = n / BLOCK; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = result.times(square);
      }
      square = square.times(square);
    }
    return result;
  }

  /** The enclosure of all numbers between two. */
  static ScaledInterval hull(ScaledInterval low, ScaledInterval high) {
    int scale = high.scale();
    double lower = Rounding.scaleDown(low.value().lower(), clamp((long) low.scale() - scale));
    double upper = high.value().upper();
    return new ScaledInterval(Interval.of(Math.min(lower, upper), upper), scale);
  }

  /** A shift that has the same effect on a double whose magnitude is within 2^-600 and 2^600. */
  static int clamp(long shift) {
    return (int) Math.max(-4000, Math.min(4000, shift));
  }
}
