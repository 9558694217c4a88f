package surety.language.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/**
 * Exact numbers as decimals.
 *
 * <p>{@link BigDecimal} and not {@code double}, because a probability may be as small as 1e-350.
 */
public final class Decimals {
  /** Enough digits to tell any two doubles apart. */
  public static final int DIGITS = 17;

  private static final MathContext NEAREST = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
  private static final MathContext SHOWN = new MathContext(7, RoundingMode.HALF_EVEN);
  private static final int LONGEST_PLAIN = 22;

  /** A sign, a digit, a point and all digits of any decimal that is exact. */
  private static final int LONGEST_SHOWN = DIGITS + 3;

  private Decimals() {}

  /** The largest decimal of so many significant digits that is at most the value. */
  public static BigDecimal floor(Dyadic value, int digits) {
    return new BigDecimal(value.toDecimal(RoundingMode.FLOOR, digits));
  }

  /** The smallest decimal of so many significant digits that is at least the value. */
  public static BigDecimal ceiling(Dyadic value, int digits) {
    return new BigDecimal(value.toDecimal(RoundingMode.CEILING, digits));
  }

  /** The largest decimal of so many significant digits that is at most the value. */
  public static BigDecimal floor(Rational value, int digits) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()), new MathContext(digits, RoundingMode.FLOOR));
  }

  /**
   * A number of a specification: exactly, if its decimal expansion ends, as it does for whatever
   * was written as a decimal; else the nearest of 17 digits. For a number that is shown beside its
   * exact form, never for a bound.
   */
  public static BigDecimal nearest(Rational value) {
    BigDecimal numerator = new BigDecimal(value.numerator());
    BigDecimal denominator = new BigDecimal(value.denominator());
    try {
      return numerator.divide(denominator);
    } catch (ArithmeticException endless) {
      return numerator.divide(denominator, NEAREST);
    }
  }

  /** The nearest decimal of 17 digits, which tells any two doubles apart. */
  public static BigDecimal nearest17(Rational value) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), NEAREST);
  }

  /** Exactly: as a decimal if that is short, else as a fraction. */
  public static String exact(Rational value) {
    BigDecimal decimal = nearest(value);
    boolean isShort = decimal.precision() <= DIGITS;
    boolean isExact = isShort && Rational.parse(decimal.toString()).equals(value);
    return isExact ? text(decimal) : value.toString();
  }

  /** Exactly where that is short, else rounded and marked: {@code about 0.3333333}. */
  public static String shown(Rational value) {
    String exact = exact(value);
    return exact.length() <= LONGEST_SHOWN ? exact : "about " + rounded(value);
  }

  /** Rounded to a few digits, to be looked at. */
  public static String rounded(Rational value) {
    return text(nearest(value).round(SHOWN));
  }

  /** Without an exponent where that stays short, so 0.0342 and 3.4e-350. */
  public static String text(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    String plain =
        Math.abs((long) stripped.scale()) + stripped.precision() > 2 * LONGEST_PLAIN
            ? ""
            : stripped.toPlainString();
    boolean tiny = stripped.precision() - (long) stripped.scale() < -4;
    boolean large = stripped.precision() - (long) stripped.scale() > DIGITS;
    if (plain.isEmpty() || tiny || large) {
      return scientific(stripped);
    }
    return plain;
  }

  private static String scientific(BigDecimal stripped) {
    if (stripped.signum() == 0) {
      return "0";
    }
    String digits = stripped.unscaledValue().abs().toString();
    long exponent = stripped.precision() - 1L - stripped.scale();
    String rest = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (stripped.signum() < 0 ? "-" : "") + digits.charAt(0) + rest + "e" + exponent;
  }
}
