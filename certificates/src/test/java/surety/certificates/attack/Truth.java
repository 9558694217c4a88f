package surety.certificates.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Range;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Verdict;

/**
 * What bounds must at least contain to be true. Where nothing is known only infinite ends are.
 *
 * @param isJudged whether anything can be said of bounds
 * @param reach a lower bound is at most the first of these numbers, an upper one at least the
 *     second; the first may be above the second, by what the true number is not known exactly
 */
record Truth(boolean isJudged, Optional<Reach> reach) {
  /** Two ends, in any order. */
  record Reach(Rational lowerAtMost, Rational upperAtLeast) {}

  /** What does not exist. */
  static final Truth UNKNOWN = new Truth(true, Optional.empty());

  /** What is too small for the judge. */
  static final Truth UNJUDGED = new Truth(false, Optional.empty());

  /** A number that lies somewhere in there. */
  static Truth somewhereIn(Span span) {
    return new Truth(true, Optional.of(new Reach(span.upper(), span.lower())));
  }

  /** Any number in there may be the true one. */
  static Truth anywhereIn(Rational lower, Rational upper) {
    return new Truth(true, Optional.of(new Reach(lower, upper)));
  }

  boolean isWithin(Enclosure claimed) {
    if (reach.isEmpty()) {
      return !claimed.lower().isFinite() && !claimed.upper().isFinite();
    }
    return claimed.lower().compareTo(reach.get().lowerAtMost()) <= 0
        && claimed.upper().compareTo(reach.get().upperAtLeast()) >= 0;
  }

  /** Whether a verdict may be right; of what is not known at all nothing is proved or violated. */
  boolean allows(Verdict verdict, Requirement requirement) {
    if (verdict == Verdict.UNDECIDED) {
      return true;
    }
    if (reach.isEmpty()) {
      return false;
    }
    Rational a = reach.get().lowerAtMost();
    Rational b = reach.get().upperAtLeast();
    List<Rational> values = new ArrayList<>(List.of(a, b));
    requirement.limits().stream()
        .filter(limit -> Span.least(a, b).compareTo(limit) < 0)
        .filter(limit -> Span.greatest(a, b).compareTo(limit) > 0)
        .forEach(values::add);
    boolean isKept = verdict == Verdict.PROVED;
    return a.compareTo(b) >= 0
        ? values.stream().anyMatch(value -> isMet(requirement, value) == isKept)
        : values.stream().allMatch(value -> isMet(requirement, value) == isKept);
  }

  private static boolean isMet(Requirement requirement, Rational value) {
    if (requirement instanceof Range range) {
      return value.compareTo(range.lower()) >= 0 && value.compareTo(range.upper()) <= 0;
    }
    Limit limit = (Limit) requirement;
    int order = value.compareTo(limit.limit());
    return switch (limit.comparison()) {
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
