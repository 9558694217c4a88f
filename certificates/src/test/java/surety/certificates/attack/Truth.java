package surety.certificates.attack;

import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;

/**
 * What bounds must at least contain to be true. Where nothing is known only infinite ends are.
 *
 * @param reach a lower bound is at most the first of these numbers, an upper one at least the
 *     second; the first may be above the second, by what the true number is not known exactly
 */
record Truth(Optional<Reach> reach) {
  /** Two ends, in any order. */
  record Reach(Rational lowerAtMost, Rational upperAtLeast) {}

  static final Truth UNKNOWN = new Truth(Optional.empty());

  /** A number that lies somewhere in there. */
  static Truth somewhereIn(Span span) {
    return new Truth(Optional.of(new Reach(span.upper(), span.lower())));
  }

  /** Any number in there may be the true one. */
  static Truth anywhereIn(Rational lower, Rational upper) {
    return new Truth(Optional.of(new Reach(lower, upper)));
  }

  boolean isWithin(Enclosure claimed) {
    if (reach.isEmpty()) {
      return !claimed.lower().isFinite() && !claimed.upper().isFinite();
    }
    return claimed.lower().compareTo(reach.get().lowerAtMost()) <= 0
        && claimed.upper().compareTo(reach.get().upperAtLeast()) >= 0;
  }
}
