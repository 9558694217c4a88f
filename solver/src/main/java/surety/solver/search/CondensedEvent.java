package surety.solver.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.solver.search.PlainEvent.And;
import surety.solver.search.PlainEvent.Comparison;
import surety.solver.search.PlainEvent.Not;

/**
 * An event that all of some comparisons of different rows hold, or the complement of such a one.
 *
 * @param isComplement whether it is that not all hold
 */
record CondensedEvent(List<Literal> literals, boolean isComplement) {
  /** As many as there are bits to say which of them are open. */
  static final int MOST = 64;

  /** Keeps its own list. */
  CondensedEvent {
    literals = List.copyOf(literals);
  }

  /**
   * {@code sign (row - threshold)} is negative.
   *
   * @param holdsAt whether it holds where that is 0
   */
  record Literal(int row, double threshold, int sign, boolean holdsAt) {
    Literal negated() {
      return new Literal(row, threshold, -sign, !holdsAt);
    }
  }

  /** An event in that form, if it is such a one. */
  static Optional<CondensedEvent> of(PlainEvent event) {
    return flat(event)
        .filter(e -> !e.literals.isEmpty() && e.literals.size() <= MOST)
        .filter(CondensedEvent::isOfDifferentRows);
  }

  private boolean isOfDifferentRows() {
    Set<Integer> rows = new HashSet<>();
    return literals.stream().allMatch(literal -> rows.add(literal.row));
  }

  private static Optional<CondensedEvent> flat(PlainEvent event) {
    if (event instanceof Comparison c) {
      Literal literal = new Literal(c.row(), c.threshold(), 1, c.inclusive());
      return Optional.of(new CondensedEvent(List.of(literal), false));
    }
    if (event instanceof Not not) {
      return flat(not.part()).map(CondensedEvent::complement);
    }
    boolean isAnd = event instanceof And;
    List<PlainEvent> parts = isAnd ? ((And) event).parts() : ((PlainEvent.Or) event).parts();
    List<Literal> all = new ArrayList<>();
    for (PlainEvent part : parts) {
      Optional<CondensedEvent> flat =
          flat(part).map(p -> isAnd ? p : p.complement()).filter(p -> !p.isComplement);
      if (flat.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(flat.get().literals);
    }
    return Optional.of(new CondensedEvent(all, !isAnd));
  }

  /** Of a single comparison the opposite one. */
  private CondensedEvent complement() {
    return literals.size() == 1 && !isComplement
        ? new CondensedEvent(List.of(literals.get(0).negated()), false)
        : new CondensedEvent(literals, !isComplement);
  }
}
