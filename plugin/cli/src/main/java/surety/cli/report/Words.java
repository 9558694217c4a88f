package surety.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.statement.ProbabilityClaim;
import surety.certificates.statement.ProbabilityLimit;
import surety.certificates.statement.Verdict;
import surety.language.Obligation;
import surety.solver.StopReason;

/** The sentences that the text and the JSON have in common. */
final class Words {
  private Words() {}

  /** The limit of a property; empty for a query. */
  static Optional<ProbabilityLimit> limit(Obligation obligation) {
    return obligation.statement().claim() instanceof ProbabilityClaim claim
        ? claim.limit()
        : Optional.empty();
  }

  /** The worst of all; ANSWERED if there were only queries, or nothing. */
  static State overall(List<State> states) {
    return states.stream().min(Comparator.naturalOrder()).orElse(State.ANSWERED);
  }

  /** Why the search ended, where that needs saying. */
  static Optional<String> whyStopped(Outcome outcome) {
    if (outcome.fault().isPresent()) {
      return Optional.empty();
    }
    if (outcome.result().isEmpty()) {
      return Optional.of("stopped before anything could be certified");
    }
    StopReason reason = outcome.result().get().reason();
    return switch (reason) {
      case SETTLED -> Optional.empty();
      case GAP_REACHED ->
          outcome.verdict().equals(Optional.of(Verdict.UNDECIDED))
              ? Optional.of("stopped at the wanted gap; a smaller --gap or 'within' may decide")
              : Optional.empty();
      case TIMEOUT -> Optional.of("stopped at its time limit; a longer --timeout may do better");
      case CANCELLED -> Optional.of("stopped on request");
      case CELL_LIMIT -> Optional.of("stopped at its limit of cells");
    };
  }

  static String cells(long cells) {
    return cells + (cells == 1 ? " cell" : " cells");
  }

  /** Seconds with three decimals, the same in every locale. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }
}
