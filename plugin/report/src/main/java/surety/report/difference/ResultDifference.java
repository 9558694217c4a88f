package surety.report.difference;

import java.util.List;
import java.util.Optional;

/**
 * What became of one property or query from one run to another; at least one of them has it.
 *
 * @param assumptions what it is about otherwise
 * @param movement where its bounds went, if they did
 */
record ResultDifference(
    String name,
    Optional<Recorded> before,
    Optional<Recorded> after,
    List<Assumption> assumptions,
    Optional<Movement> movement) {
  /** The worst last. */
  private static final List<String> VERDICTS =
      List.of("PROVED", "ANSWERED", "UNDECIDED", "VIOLATED", "FAILED");

  ResultDifference {
    assumptions = List.copyOf(assumptions);
  }

  static ResultDifference of(String name, Optional<Recorded> before, Optional<Recorded> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return new ResultDifference(name, before, after, List.of(), Optional.empty());
    }
    Recorded was = before.get();
    Recorded is = after.get();
    boolean isSame =
        was.statement().isPresent()
            && was.statement().map(s -> s.digest()).equals(is.statement().map(s -> s.digest()));
    return new ResultDifference(
        name,
        before,
        after,
        Assumption.between(was, is),
        was.quantity().equals(is.quantity())
            ? Movement.of(was.bounds(), is.bounds(), isSame)
            : Optional.empty());
  }

  boolean isNew() {
    return before.isEmpty();
  }

  boolean isGone() {
    return after.isEmpty();
  }

  boolean isContradiction() {
    return movement.filter(m -> m.direction() == Movement.Direction.CONTRADICTION).isPresent();
  }

  boolean hasOtherVerdict() {
    return !isNew() && !isGone() && !before.get().verdict().equals(after.get().verdict());
  }

  boolean hasWorseVerdict() {
    return hasOtherVerdict()
        && VERDICTS.indexOf(after.get().verdict()) > VERDICTS.indexOf(before.get().verdict());
  }

  /** Whether anything is to be said of it. */
  boolean isAny() {
    return isNew()
        || isGone()
        || hasOtherVerdict()
        || !assumptions.isEmpty()
        || movement.isPresent();
  }

  /** Whether one of the runs did not say what it was about. */
  boolean isAboutUnknown() {
    return !isNew()
        && !isGone()
        && (before.get().statement().isEmpty() || after.get().statement().isEmpty());
  }
}
