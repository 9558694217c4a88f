package surety.solver.witness;

import java.util.Objects;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * A closed interval of exact numbers; a missing end is unbounded.
 *
 * @param lower the least number, or empty
 * @param upper the largest number, at least {@code lower}, or empty
 */
public record Range(Optional<Rational> lower, Optional<Rational> upper) {
  /** The whole line. */
  public static final Range LINE = new Range(Optional.empty(), Optional.empty());

  /** Refuses ends in the wrong order. */
  public Range {
    Objects.requireNonNull(lower);
    Objects.requireNonNull(upper);
    if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
      throw new IllegalArgumentException(
          "The range from %s to %s is empty".formatted(lower.get(), upper.get()));
    }
  }

  /** The numbers from {@code lower} to {@code upper}, both included. */
  public static Range of(Rational lower, Rational upper) {
    return new Range(Optional.of(lower), Optional.of(upper));
  }

  /** The numbers that are at least {@code lower}. */
  public static Range atLeast(Rational lower) {
    return new Range(Optional.of(lower), Optional.empty());
  }

  /** The numbers that are at most {@code upper}. */
  public static Range atMost(Rational upper) {
    return new Range(Optional.empty(), Optional.of(upper));
  }

  /** Whether both ends are there. */
  public boolean isBounded() {
    return lower.isPresent() && upper.isPresent();
  }

  /** The range in plain doubles, about. */
  Interval plain() {
    return Interval.of(
        lower.map(EventEstimate::nearest).orElse(Double.NEGATIVE_INFINITY),
        upper.map(EventEstimate::nearest).orElse(Double.POSITIVE_INFINITY));
  }

  /** Whether the number is in the range. */
  public boolean contains(Rational x) {
    return lower.map(l -> l.compareTo(x) <= 0).orElse(true)
        && upper.map(u -> u.compareTo(x) >= 0).orElse(true);
  }

  /** Whether the number is in the range and is none of its ends. */
  boolean containsInside(Rational x) {
    return lower.map(l -> l.compareTo(x) < 0).orElse(true)
        && upper.map(u -> u.compareTo(x) > 0).orElse(true);
  }

  /** The common numbers, if the ranges have more than a point in common. */
  Optional<Range> intersect(Range other) {
    Optional<Rational> low = extreme(lower, other.lower, 1);
    Optional<Rational> high = extreme(upper, other.upper, -1);
    boolean empty = low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0;
    return empty ? Optional.empty() : Optional.of(new Range(low, high));
  }

  /** The larger of two ends for the sign 1, the smaller for -1; any end if one is missing. */
  private static Optional<Rational> extreme(Optional<Rational> a, Optional<Rational> b, int sign) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return Integer.signum(a.get().compareTo(b.get())) == sign ? a : b;
  }

  /** The middle; where an end is missing, one beside the other end, and 0 if both are. */
  public Rational middle() {
    if (isBounded()) {
      return lower.get().plus(upper.get()).times(Rational.of(1, 2));
    }
    return lower
        .map(l -> l.plus(Rational.ONE))
        .orElseGet(() -> upper.map(u -> u.minus(Rational.ONE)).orElse(Rational.ZERO));
  }
}
