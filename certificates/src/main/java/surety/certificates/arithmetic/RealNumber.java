package surety.certificates.arithmetic;

import java.math.BigInteger;
import java.util.Optional;

/**
 * One real number: a double, or a fraction, or known by an enclosure only, as the root of 2.
 *
 * @param enclosure contains it; a point if the number is a double
 * @param fraction the number itself where it is no double and a fraction of moderate length; one
 *     that is longer than {@value #MOST_BITS} bits is forgotten, so that numbers made from numbers
 *     cost no more than others
 */
public record RealNumber(Interval enclosure, Optional<Rational> fraction) {
  private static final int MOST_BITS = 1024;

  public static final RealNumber ZERO = of(0);
  public static final RealNumber ONE = of(1);

  public static RealNumber of(double x) {
    return new RealNumber(Interval.of(x), Optional.empty());
  }

  public static RealNumber of(Rational r) {
    Interval enclosure = Interval.of(r);
    int bits = r.numerator().bitLength() + r.denominator().bitLength();
    return new RealNumber(
        enclosure, enclosure.isPoint() || bits > MOST_BITS ? Optional.empty() : Optional.of(r));
  }

  /** A number of which nothing but an enclosure is known. */
  public static RealNumber of(Interval enclosure) {
    return new RealNumber(enclosure, Optional.empty());
  }

  /** Whether it is a double. */
  public boolean isDouble() {
    return enclosure.isPoint();
  }

  /** The number itself, if that is known. */
  public Optional<Rational> exact() {
    return isDouble() ? Optional.of(Rational.ofDouble(enclosure.lower())) : fraction;
  }

  private boolean areExact(RealNumber other) {
    return (isDouble() || fraction.isPresent()) && (other.isDouble() || other.fraction.isPresent());
  }

  public RealNumber plus(RealNumber other) {
    if (isDouble() && other.isDouble() && Exact.sum(enclosure.lower(), other.enclosure.lower())) {
      return of(enclosure.lower() + other.enclosure.lower());
    }
    return areExact(other)
        ? of(exact().orElseThrow().plus(other.exact().orElseThrow()))
        : of(enclosure.plus(other.enclosure));
  }

  public RealNumber minus(RealNumber other) {
    return plus(other.negate());
  }

  public RealNumber negate() {
    return new RealNumber(enclosure.negate(), fraction.map(Rational::negate));
  }

  public RealNumber times(RealNumber other) {
    if (isDouble()
        && other.isDouble()
        && Exact.product(enclosure.lower(), other.enclosure.lower())) {
      return of(enclosure.lower() * other.enclosure.lower());
    }
    return areExact(other)
        ? of(exact().orElseThrow().times(other.exact().orElseThrow()))
        : of(enclosure.times(other.enclosure));
  }

  /** The quotient; nothing is known of it if the divisor may be zero. */
  public RealNumber dividedBy(RealNumber divisor) {
    if (divisor.enclosure.contains(0)) {
      return of(Interval.WHOLE);
    }
    return areExact(divisor)
        ? of(exact().orElseThrow().dividedBy(divisor.exact().orElseThrow()))
        : of(enclosure.dividedBy(divisor.enclosure));
  }

  /** The larger of the two numbers. */
  public RealNumber max(RealNumber other) {
    if (areExact(other)) {
      return exact().orElseThrow().compareTo(other.exact().orElseThrow()) >= 0 ? this : other;
    }
    return of(
        new Interval(
            Math.max(enclosure.lower(), other.enclosure.lower()),
            Math.max(enclosure.upper(), other.enclosure.upper())));
  }

  /** The root of a number that is not negative; itself known if it is a fraction. */
  public RealNumber sqrt() {
    Optional<Rational> square = exact();
    if (square.isPresent()) {
      BigInteger[] over = square.get().numerator().sqrtAndRemainder();
      BigInteger[] under = square.get().denominator().sqrtAndRemainder();
      if (over[1].signum() == 0 && under[1].signum() == 0) {
        return of(Rational.of(over[0], under[0]));
      }
    }
    return of(enclosure.sqrt());
  }

  /** e to the power of this number. */
  public RealNumber exp() {
    return equals(ZERO) ? ONE : of(enclosure.exp());
  }
}
