package surety.language.law;

import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Restricted;
import surety.solver.witness.RandomCoordinate;
import surety.solver.witness.Range;

/**
 * From one number to another.
 *
 * @param lower empty if it has no lower end
 * @param upper empty if it has no upper one
 */
public record Interval(Optional<Rational> lower, Optional<Rational> upper) {
  public static final Interval LINE = new Interval(Optional.empty(), Optional.empty());

  /** The part in another one, too; nothing if that has no inner points. */
  public Optional<Interval> and(Interval other) {
    Interval both =
        new Interval(largest(lower, other.lower), largest(opposite(upper), opposite(other.upper)));
    Interval common = new Interval(both.lower, opposite(both.upper));
    boolean isEmpty =
        common.lower.isPresent()
            && common.upper.isPresent()
            && common.lower.get().compareTo(common.upper.get()) >= 0;
    return isEmpty ? Optional.empty() : Optional.of(common);
  }

  private static Optional<Rational> largest(Optional<Rational> a, Optional<Rational> b) {
    return a.isEmpty() || (b.isPresent() && b.get().compareTo(a.get()) > 0) ? b : a;
  }

  private static Optional<Rational> opposite(Optional<Rational> end) {
    return end.map(Rational::negate);
  }

  /** Where a u + b lies in this interval, for a not 0. */
  public Interval before(Rational a, Rational b) {
    Optional<Rational> first = lower.map(end -> end.minus(b).dividedBy(a));
    Optional<Rational> second = upper.map(end -> end.minus(b).dividedBy(a));
    return a.signum() > 0 ? new Interval(first, second) : new Interval(second, first);
  }

  /** Where a u + b lies for u in this interval, for a not 0. */
  public Interval image(Rational a, Rational b) {
    Optional<Rational> first = lower.map(end -> end.times(a).plus(b));
    Optional<Rational> second = upper.map(end -> end.times(a).plus(b));
    return a.signum() > 0 ? new Interval(first, second) : new Interval(second, first);
  }

  /** Whether a number lies in it. */
  public boolean contains(Rational value) {
    return lower.map(end -> end.compareTo(value) <= 0).orElse(true)
        && upper.map(end -> value.compareTo(end) <= 0).orElse(true);
  }

  /**
   * The part of a distribution that lies in it; nothing if it has no mass there.
   *
   * @throws IllegalArgumentException if the kernel cannot compute with that part
   */
  public Optional<Distribution> restrict(Distribution distribution) {
    if (!meets(distribution)) {
      return Optional.empty();
    }
    if (lower.isEmpty() && upper.isEmpty()) {
      return Optional.of(distribution);
    }
    if (distribution instanceof Restricted r) {
      return new Interval(r.lower(), r.upper())
          .and(this)
          .map(both -> new Restricted(r.base(), both.lower, both.upper));
    }
    return Optional.of(new Restricted(distribution, lower, upper));
  }

  private boolean meets(Distribution distribution) {
    for (Range range : RandomCoordinate.of(distribution).support()) {
      if (and(new Interval(range.lower(), range.upper())).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
