package surety.certificates.arithmetic;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact rational number, in lowest terms with a positive denominator. The decimals of a
 * specification are such: {@code 0.1} is 1/10.
 */
public final class Rational implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  /** Longest decimal that is read, in characters. */
  private static final int MAXIMUM_DECIMAL = 4096;

  /** Longest integer or fraction that is read: holds whatever a decimal can become. */
  private static final int MAXIMUM_FRACTION = 32768;

  private static final int MAXIMUM_EXPONENT = 10000;

  private static final Pattern FRACTION = Pattern.compile("([+-]?[0-9]++)(?:/([0-9]++))?");
  private static final Pattern DECIMAL =
      Pattern.compile("([+-]?)([0-9]++)(?:\\.([0-9]++))?(?:[eE]([+-]?[0-9]++))?");

  private final BigInteger numerator;
  private final BigInteger denominator;

  /** The arguments are in lowest terms already. */
  private Rational(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  public static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  public static Rational of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * The quotient in lowest terms.
   *
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException(numerator + "/0: the denominator must not be zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    return divisor.equals(BigInteger.ONE)
        ? new Rational(numerator, denominator)
        : new Rational(numerator.divide(divisor), denominator.divide(divisor));
  }

  /**
   * The sum, as long as its terms together have at most 32768 bits; above that only whether it is
   * one: reducing it to lowest terms would take time with the square of its length.
   */
  public static Optional<Rational> sumOrOne(List<Rational> terms) {
    BigInteger[] sum =
        terms.isEmpty() ? new BigInteger[] {BigInteger.ZERO, BigInteger.ONE} : sum(terms);
    if (sum[0].equals(sum[1])) {
      return Optional.of(ONE);
    }
    return sum[0].bitLength() + sum[1].bitLength() > MAXIMUM_FRACTION
        ? Optional.empty()
        : Optional.of(of(sum[0], sum[1]));
  }

  /**
   * Numerator and denominator, added up in pairs: with denominators that have nothing in common,
   * one after the other would take time with the square of their number.
   */
  private static BigInteger[] sum(List<Rational> terms) {
    if (terms.size() == 1) {
      return new BigInteger[] {terms.get(0).numerator, terms.get(0).denominator};
    }
    int half = terms.size() / 2;
    BigInteger[] a = sum(terms.subList(0, half));
    BigInteger[] b = sum(terms.subList(half, terms.size()));
    return a[1].equals(b[1])
        ? new BigInteger[] {a[0].add(b[0]), a[1]}
        : new BigInteger[] {a[0].multiply(b[1]).add(b[0].multiply(a[1])), a[1].multiply(b[1])};
  }

  /**
   * Exactly the given double.
   *
   * @throws ArithmeticException if it is infinite or NaN
   */
  public static Rational ofDouble(double x) {
    return Dyadic.of(x).toRational();
  }

  /**
   * Reads an integer, a decimal or a fraction: {@code -12}, {@code 0.1}, {@code 1e-400}, {@code
   * 7/2}.
   *
   * @throws NumberFormatException if it is none of these, has more than 4096 characters (an integer
   *     or fraction: 32768) or an exponent beyond 10000
   */
  public static Rational parse(String text) {
    if (text.length() > MAXIMUM_FRACTION) {
      throw tooLong(text, MAXIMUM_FRACTION);
    }
    if (FRACTION.matcher(text).matches()) {
      return parseFraction(text);
    }
    if (text.length() > MAXIMUM_DECIMAL) {
      throw tooLong(text, MAXIMUM_DECIMAL);
    }
    Matcher decimal = DECIMAL.matcher(text);
    if (!decimal.matches()) {
      throw new NumberFormatException(
          "'" + shortened(text) + "' is not a number; write it like -12, 0.1, 1e-400 or 7/2");
    }
    String digits = Objects.requireNonNullElse(decimal.group(3), "");
    BigInteger significand = new BigInteger(decimal.group(1) + decimal.group(2) + digits);
    return of(significand, BigInteger.ONE)
        .timesPowerOfTen(exponent(text, decimal.group(4)) - digits.length());
  }

  /**
   * Reads an integer or a fraction, whose value is as long as its text.
   *
   * @throws NumberFormatException if it is neither, or has more than 32768 characters
   */
  public static Rational parseFraction(String text) {
    if (text.length() > MAXIMUM_FRACTION) {
      throw tooLong(text, MAXIMUM_FRACTION);
    }
    Matcher fraction = FRACTION.matcher(text);
    if (!fraction.matches()) {
      throw new NumberFormatException(
          "'"
              + shortened(text)
              + "' is not a number in canonical form; write an integer or a fraction, like -7/2");
    }
    String denominator = fraction.group(2);
    BigInteger divisor = denominator == null ? BigInteger.ONE : new BigInteger(denominator);
    if (divisor.signum() == 0) {
      throw new NumberFormatException(
          "'" + shortened(text) + "' has the denominator 0; it must be positive");
    }
    return of(new BigInteger(fraction.group(1)), divisor);
  }

  private static int exponent(String text, String digits) {
    if (digits == null) {
      return 0;
    }
    BigInteger exponent = new BigInteger(digits);
    if (exponent.abs().compareTo(BigInteger.valueOf(MAXIMUM_EXPONENT)) > 0) {
      throw new NumberFormatException(
          "'"
              + shortened(text)
              + "' has an exponent beyond "
              + MAXIMUM_EXPONENT
              + "; write it with a smaller one");
    }
    return exponent.intValueExact();
  }

  private static NumberFormatException tooLong(String text, int limit) {
    return new NumberFormatException(
        "'"
            + shortened(text)
            + "' has "
            + text.length()
            + " characters; at most "
            + limit
            + " are read");
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private Rational timesPowerOfTen(int power) {
    BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
    return power >= 0
        ? of(numerator.multiply(ten), denominator)
        : of(numerator, denominator.multiply(ten));
  }

  public BigInteger numerator() {
    return numerator;
  }

  /** The denominator, positive. */
  public BigInteger denominator() {
    return denominator;
  }

  /** The bits of numerator and denominator together. */
  public int bitLength() {
    return numerator.bitLength() + denominator.bitLength();
  }

  public Rational plus(Rational other) {
    return of(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  public Rational times(Rational other) {
    return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The exact quotient.
   *
   * @throws ArithmeticException if the divisor is zero
   */
  public Rational dividedBy(Rational divisor) {
    return of(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
  }

  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational abs() {
    return numerator.signum() < 0 ? negate() : this;
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isZero() {
    return numerator.signum() == 0;
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  /** The largest double that is at most this number; minus infinity below the range of doubles. */
  public double doubleFloor() {
    return Dyadic.floorOfQuotient(numerator, denominator);
  }

  /** The smallest double that is at least this number; infinity above the range of doubles. */
  public double doubleCeiling() {
    return -Dyadic.floorOfQuotient(numerator.negate(), denominator) + 0.0;
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational r
        && numerator.equals(r.numerator)
        && denominator.equals(r.denominator);
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  /** The canonical text, {@code -3} or {@code 7/2}; {@link #parse} reads it back. */
  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
