package surety.certificates.attack;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;

/** Two exact numbers with a number between them; they are equal where that is known exactly. */
record Span(Rational lower, Rational upper) {
  static final Span ZERO = of(Rational.ZERO);

  /** Bits behind the point of roots. */
  private static final int ROOT_BITS = 160;

  Span {
    if (lower.compareTo(upper) > 0) {
      throw new IllegalArgumentException(lower + " > " + upper);
    }
  }

  static Span of(Rational exact) {
    return new Span(exact, exact);
  }

  static Rational least(Rational a, Rational b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  static Rational greatest(Rational a, Rational b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Span hull(Rational... ends) {
    return new Span(
        Stream.of(ends).reduce(Span::least).orElseThrow(),
        Stream.of(ends).reduce(Span::greatest).orElseThrow());
  }

  Span plus(Span other) {
    return new Span(lower.plus(other.lower), upper.plus(other.upper));
  }

  Span negate() {
    return new Span(upper.negate(), lower.negate());
  }

  Span minus(Span other) {
    return plus(other.negate());
  }

  Span times(Span other) {
    return hull(
        lower.times(other.lower),
        lower.times(other.upper),
        upper.times(other.lower),
        upper.times(other.upper));
  }

  Span times(Rational factor) {
    return hull(lower.times(factor), upper.times(factor));
  }

  /** Nothing by what may be 0. */
  Optional<Span> dividedBy(Span divisor) {
    if (divisor.lower.signum() <= 0 && divisor.upper.signum() >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        hull(
            lower.dividedBy(divisor.lower),
            lower.dividedBy(divisor.upper),
            upper.dividedBy(divisor.lower),
            upper.dividedBy(divisor.upper)));
  }

  Span abs() {
    if (lower.signum() >= 0) {
      return this;
    }
    return upper.signum() <= 0
        ? negate()
        : new Span(Rational.ZERO, greatest(lower.negate(), upper));
  }

  Span widened(Rational room) {
    return new Span(lower.minus(room), upper.plus(room));
  }

  /** Of what is not negative. */
  Span root() {
    return new Span(
        root(greatest(lower, Rational.ZERO), false), root(greatest(upper, Rational.ZERO), true));
  }

  private static Rational root(Rational x, boolean up) {
    BigInteger scaled = x.numerator().shiftLeft(2 * ROOT_BITS);
    BigInteger[] quotient = scaled.divideAndRemainder(x.denominator());
    BigInteger root = quotient[0].sqrt();
    boolean isExact = quotient[1].signum() == 0 && root.multiply(root).equals(quotient[0]);
    return Rational.of(
        up && !isExact ? root.add(BigInteger.ONE) : root, BigInteger.ONE.shiftLeft(ROOT_BITS));
  }
}
