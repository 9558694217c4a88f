package surety.language.fit;

import java.math.BigInteger;
import surety.certificates.arithmetic.Rational;

/** Powers of ten near numbers that no double may hold. */
final class Scale {
  private static final double LOG10_OF_2 = 0.3010299956639812;

  private Scale() {}

  /** The exponent of a power of ten near the root of a positive number. */
  static int halfExponent(Rational square) {
    int bits = square.numerator().bitLength() - square.denominator().bitLength();
    return (int) Math.floor(bits * LOG10_OF_2 / 2);
  }

  /** A power of ten. */
  static Rational power(int exponent) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
    return exponent < 0 ? Rational.of(BigInteger.ONE, power) : Rational.of(power, BigInteger.ONE);
  }
}
