package surety.certificates.arithmetic;

import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * An end of an interval of real numbers: a dyadic number, or infinite where nothing is known.
 *
 * @param finite the number, if it is one
 * @param sign of what is infinite: -1 or 1; 0 for a number
 */
public record Bound(Optional<Dyadic> finite, int sign) implements Comparable<Bound> {
  public static final Bound ZERO = of(Dyadic.ZERO);
  public static final Bound ONE = of(Dyadic.ONE);
  public static final Bound INFINITY = new Bound(Optional.empty(), 1);
  public static final Bound MINUS_INFINITY = new Bound(Optional.empty(), -1);

  private static final String INFINITE = "inf";

  /** Refuses a number with a sign of its own. */
  public Bound {
    Objects.requireNonNull(finite);
    if (finite.isPresent() != (sign == 0)) {
      throw new IllegalArgumentException("a bound is a number or infinite");
    }
  }

  /** This number. */
  public static Bound of(Dyadic number) {
    return new Bound(Optional.of(number), 0);
  }

  /** A double; infinity is infinite. */
  public static Bound of(double x) {
    if (Double.isInfinite(x)) {
      return x > 0 ? INFINITY : MINUS_INFINITY;
    }
    return of(Dyadic.of(x));
  }

  /** Whether it is a number. */
  public boolean isFinite() {
    return finite.isPresent();
  }

  /** The number, of a finite one. */
  public Dyadic dyadic() {
    return finite.orElseThrow();
  }

  public int signum() {
    return finite.map(Dyadic::signum).orElse(sign);
  }

  public Bound negate() {
    return new Bound(finite.map(Dyadic::negate), -sign);
  }

  @Override
  public int compareTo(Bound other) {
    return isFinite() && other.isFinite()
        ? dyadic().compareTo(other.dyadic())
        : Integer.compare(sign, other.sign);
  }

  public int compareTo(Rational other) {
    return finite.map(number -> number.compareTo(other)).orElse(sign);
  }

  /** At most 53 significant bits, rounded down. */
  public Bound roundDown() {
    return new Bound(finite.map(Dyadic::roundDown), sign);
  }

  /** At most 53 significant bits, rounded up. */
  public Bound roundUp() {
    return new Bound(finite.map(Dyadic::roundUp), sign);
  }

  /** The largest double that is at most this. */
  public double doubleFloor() {
    return finite.map(Dyadic::doubleFloor).orElse(sign * Double.POSITIVE_INFINITY);
  }

  /** The smallest double that is at least this. */
  public double doubleCeiling() {
    return finite.map(Dyadic::doubleCeiling).orElse(sign * Double.POSITIVE_INFINITY);
  }

  /** As {@link Dyadic#toDecimal}; {@code inf} and {@code -inf}. */
  public String toDecimal(RoundingMode mode, int digits) {
    return finite.map(number -> number.toDecimal(mode, digits)).orElse(infinite());
  }

  /** As {@link Dyadic#toHex}; {@code inf} and {@code -inf}. */
  public String toHex() {
    return finite.map(Dyadic::toHex).orElse(infinite());
  }

  private String infinite() {
    return sign < 0 ? "-" + INFINITE : INFINITE;
  }

  /**
   * Reads {@link #toHex} back.
   *
   * @throws NumberFormatException if the text is not the canonical text of a bound
   */
  public static Bound parseHex(String text) {
    if (text.equals(INFINITE)) {
      return INFINITY;
    }
    return text.equals("-" + INFINITE) ? MINUS_INFINITY : of(Dyadic.parseHex(text));
  }

  @Override
  public String toString() {
    return toHex();
  }
}
