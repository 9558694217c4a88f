package surety.certificates.precise;

import java.util.Objects;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/**
 * The number {@code rational + pies * pi}, exactly: angles in degrees and in radians are such
 * numbers, and so are their sums and their multiples.
 */
public record PiNumber(Rational rational, Rational pies) {
  public static final PiNumber ZERO = new PiNumber(Rational.ZERO, Rational.ZERO);

  /** The number pi. */
  public static final PiNumber PI = new PiNumber(Rational.ZERO, Rational.ONE);

  /** Refuses missing parts. */
  public PiNumber {
    Objects.requireNonNull(rational);
    Objects.requireNonNull(pies);
  }

  /** A fraction. */
  public static PiNumber of(Rational number) {
    return new PiNumber(number, Rational.ZERO);
  }

  public boolean isZero() {
    return rational.isZero() && pies.isZero();
  }

  /** The fraction, if it is one; pi is none, so no other number with pies is. */
  public Optional<Rational> fraction() {
    return pies.isZero() ? Optional.of(rational) : Optional.empty();
  }

  public PiNumber plus(PiNumber other) {
    return new PiNumber(rational.plus(other.rational), pies.plus(other.pies));
  }

  public PiNumber negate() {
    return new PiNumber(rational.negate(), pies.negate());
  }

  /** The product, unless pi is in both. */
  public Optional<PiNumber> times(PiNumber other) {
    if (!pies.isZero() && !other.pies.isZero()) {
      return Optional.empty();
    }
    return Optional.of(
        new PiNumber(
            rational.times(other.rational),
            rational.times(other.pies).plus(pies.times(other.rational))));
  }

  /** Its value. */
  public Ball value(int precision) {
    Ball fraction = Ball.of(rational, precision);
    return pies.isZero()
        ? fraction
        : fraction.plus(Ball.of(pies, precision).times(PreciseFunctions.pi(precision)));
  }
}
