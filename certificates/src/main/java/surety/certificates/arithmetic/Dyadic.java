package surety.certificates.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exact number {@code significand * 2^exponent}: every double is one, and so is every sum and
 * product of doubles. Bounds of probabilities are such numbers, which may lie far below the
 * smallest double.
 *
 * @param significand odd, or zero; an even one given to the constructor is made odd
 * @param exponent of two; zero for the number zero
 */
public record Dyadic(BigInteger significand, int exponent) implements Comparable<Dyadic> {
  public static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);
  public static final Dyadic ONE = new Dyadic(BigInteger.ONE, 0);

  private static final int PRECISION = 53;
  private static final int LEAST_EXPONENT = -1074;
  private static final int MAXIMUM_TEXT = 4096;

  /** The decimals of powers of two beyond are too many to compute them all. */
  private static final int EXACT_DECIMALS = 1 << 15;

  private static final Pattern HEX =
      Pattern.compile("(-?)0x1(?:\\.([0-9a-f]*[1-9a-f]))?p(0|-?[1-9][0-9]{0,9})");

  public Dyadic {
    if (significand.signum() == 0) {
      exponent = 0;
    } else {
      int zeros = significand.getLowestSetBit();
      significand = significand.shiftRight(zeros);
      exponent = Math.addExact(exponent, zeros);
    }
  }

  /**
   * Exactly the given double.
   *
   * @throws ArithmeticException if it is infinite or NaN
   */
  public static Dyadic of(double x) {
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      throw new ArithmeticException(x + " is not a number; only finite doubles are exact");
    }
    long bits = Double.doubleToRawLongBits(x);
    int biased = (int) (bits >> 52) & 0x7ff;
    long fraction = bits & ((1L << 52) - 1);
    long magnitude = biased == 0 ? fraction : fraction | (1L << 52);
    return new Dyadic(
        BigInteger.valueOf(bits < 0 ? -magnitude : magnitude),
        Math.max(biased, 1) - 1 + LEAST_EXPONENT);
  }

  public Dyadic plus(Dyadic other) {
    if (significand.signum() == 0) {
      return other;
    }
    if (other.significand.signum() == 0) {
      return this;
    }
    int least = Math.min(exponent, other.exponent);
    return new Dyadic(alignedTo(least).add(other.alignedTo(least)), least);
  }

  private BigInteger alignedTo(int least) {
    return significand.shiftLeft(Math.subtractExact(exponent, least));
  }

  public Dyadic minus(Dyadic other) {
    return plus(other.negate());
  }

  public Dyadic negate() {
    return new Dyadic(significand.negate(), exponent);
  }

  public Dyadic times(Dyadic other) {
    return new Dyadic(
        significand.multiply(other.significand), Math.addExact(exponent, other.exponent));
  }

  /** This number times 2^power. */
  public Dyadic shift(int power) {
    return significand.signum() == 0
        ? this
        : new Dyadic(significand, Math.addExact(exponent, power));
  }

  public int signum() {
    return significand.signum();
  }

  @Override
  public int compareTo(Dyadic other) {
    int sign = Integer.compare(signum(), other.signum());
    if (sign != 0 || signum() == 0) {
      return sign;
    }
    int byMagnitude = Long.compare(leadingBit(), other.leadingBit());
    if (byMagnitude != 0) {
      return signum() * byMagnitude;
    }
    int least = Math.min(exponent, other.exponent);
    return alignedTo(least).compareTo(other.alignedTo(least));
  }

  /** The position above the leading bit: |this| is in [2^(b-1), 2^b); 0 of zero. */
  private long leadingBit() {
    return (long) exponent + significand.abs().bitLength();
  }

  public int compareTo(Rational other) {
    BigInteger left = significand.multiply(other.denominator());
    return exponent >= 0
        ? left.shiftLeft(exponent).compareTo(other.numerator())
        : left.compareTo(other.numerator().shiftLeft(-exponent));
  }

  public Rational toRational() {
    return over(BigInteger.ONE);
  }

  /** The tightest enclosure of the quotient by a positive integer. */
  public Interval enclosureOver(BigInteger divisor) {
    BigInteger over = exponent >= 0 ? significand.shiftLeft(exponent) : significand;
    BigInteger under = exponent >= 0 ? divisor : divisor.shiftLeft(-exponent);
    return Interval.ofQuotient(over, under);
  }

  /** The exact quotient by an integer that is not zero. */
  public Rational over(BigInteger divisor) {
    return exponent >= 0
        ? Rational.of(significand.shiftLeft(exponent), divisor)
        : Rational.of(significand, divisor.shiftLeft(-exponent));
  }

  /** The largest number of at most 53 significant bits, of any exponent, that is at most this. */
  public Dyadic roundDown() {
    int excess = significand.bitLength() - PRECISION;
    // shiftRight rounds toward minus infinity; a carry to 2^53 is normalised to one bit
    return excess <= 0
        ? this
        : new Dyadic(significand.shiftRight(excess), Math.addExact(exponent, excess));
  }

  /** The smallest number of at most 53 significant bits, of any exponent, that is at least this. */
  public Dyadic roundUp() {
    return negate().roundDown().negate();
  }

  /** The largest double that is at most this number; minus infinity below the range of doubles. */
  public double doubleFloor() {
    if (leadingBit() > 1024) {
      return signum() > 0 ? Double.MAX_VALUE : Double.NEGATIVE_INFINITY;
    }
    int drop = Math.max(significand.abs().bitLength() - PRECISION, LEAST_EXPONENT - exponent);
    return drop <= 0
        ? assemble(significand, exponent)
        : assemble(significand.shiftRight(drop), exponent + drop);
  }

  /** The smallest double that is at least this number; infinity above the range of doubles. */
  public double doubleCeiling() {
    return -negate().doubleFloor() + 0.0;
  }

  /** At most 2^53 in absolute value, with an exponent of at least -1074: exact, or overflow. */
  private static double assemble(BigInteger significand, int exponent) {
    return Math.scalb(significand.doubleValue(), exponent);
  }

  /**
   * The largest double that is at most {@code numerator / denominator}: the quotient is cut off to
   * a multiple of a power of two that is at most the last bit of the result, toward minus infinity,
   * and rounding down twice on nested grids is rounding down once.
   */
  static double floorOfQuotient(BigInteger numerator, BigInteger denominator) {
    int magnitude = numerator.abs().bitLength() - denominator.bitLength();
    int shift = Math.min(PRECISION + 2 - magnitude, -LEAST_EXPONENT);
    BigInteger scaledNumerator = shift > 0 ? numerator.shiftLeft(shift) : numerator;
    BigInteger scaledDenominator = shift < 0 ? denominator.shiftLeft(-shift) : denominator;
    BigInteger[] parts = scaledNumerator.divideAndRemainder(scaledDenominator);
    BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    return new Dyadic(floor, -shift).doubleFloor();
  }

  /**
   * A decimal of at most the given number of significant digits, at most this number for {@code
   * FLOOR} and at least it for {@code CEILING}: {@code 3.655893540915028E-350}.
   */
  public String toDecimal(RoundingMode mode, int digits) {
    // away from zero where that is up for this sign, so that both roundings go the same way
    boolean isUp = mode == (signum() < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
    BigDecimal power =
        powerOfTwo(
            exponent,
            Math.abs((long) exponent) <= EXACT_DECIMALS
                ? MathContext.UNLIMITED
                : new MathContext(digits + 20, isUp ? RoundingMode.UP : RoundingMode.DOWN));
    BigDecimal rounded =
        power
            .multiply(new BigDecimal(significand))
            .round(new MathContext(digits, mode))
            .stripTrailingZeros();
    int leading = rounded.precision() - rounded.scale() - 1;
    return leading >= -6 && leading <= 15 ? rounded.toPlainString() : rounded.toString();
  }

  /** Each product is one of positive numbers, so that all roundings go the way that is given. */
  private static BigDecimal powerOfTwo(int exponent, MathContext rounding) {
    BigDecimal square = exponent < 0 ? new BigDecimal("0.5") : BigDecimal.valueOf(2);
    BigDecimal power = BigDecimal.ONE;
    for (long left = Math.abs((long) exponent); left > 0; left >>= 1) {
      power = (left & 1) == 1 ? power.multiply(square, rounding) : power;
      square = left > 1 ? square.multiply(square, rounding) : square;
    }
    return power;
  }

  /** The canonical exact text: {@code 0x1.8p-3}, {@code -0x1p10}, zero is {@code 0x0p0}. */
  public String toHex() {
    if (signum() == 0) {
      return "0x0p0";
    }
    BigInteger magnitude = significand.abs();
    int fractionBits = magnitude.bitLength() - 1;
    int digits = (fractionBits + 3) / 4;
    String hex = magnitude.shiftLeft(4 * digits - fractionBits).toString(16);
    return (signum() < 0 ? "-" : "")
        + "0x1"
        + (digits == 0 ? "" : "." + hex.substring(1))
        + "p"
        + ((long) exponent + fractionBits);
  }

  /**
   * Reads {@link #toHex} back.
   *
   * @throws NumberFormatException if the text is not the canonical text of a number
   */
  public static Dyadic parseHex(String text) {
    if (text.equals("0x0p0")) {
      return ZERO;
    }
    Matcher matcher = HEX.matcher(text);
    if (text.length() > MAXIMUM_TEXT || !matcher.matches()) {
      throw new NumberFormatException(
          "'"
              + (text.length() <= 40 ? text : text.substring(0, 40) + "...")
              + "' is not a number in canonical hexadecimal, like 0x1.8p-3");
    }
    String fraction = matcher.group(2) == null ? "" : matcher.group(2);
    long exponent = Long.parseLong(matcher.group(3)) - 4L * fraction.length();
    if (exponent != (int) exponent || Math.abs(exponent) > Integer.MAX_VALUE / 2) {
      throw new NumberFormatException("the exponent of '" + text + "' is out of range");
    }
    return new Dyadic(new BigInteger(matcher.group(1) + "1" + fraction, 16), (int) exponent);
  }
}
