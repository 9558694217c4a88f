package surety.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.statement.ProbabilityClaim;
import surety.certificates.statement.ProbabilityLimit;
import surety.language.Obligation;
import surety.language.display.SearchEnd;

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

  /** Why there are no closer bounds, where they are not as close as was asked for. */
  static Optional<String> shortfall(Outcome outcome) {
    if (outcome.fault().isPresent()) {
      return Optional.empty();
    }
    return outcome.result().isEmpty()
        ? Optional.of("stopped before anything could be certified")
        : new SearchEnd(outcome.result().get().reason(), outcome.wantedGap())
            .words(outcome.verdict(), outcome.gap(), SearchEnd.Reader.COMMAND_LINE);
  }

  static String cells(long cells) {
    return cells + (cells == 1 ? " cell" : " cells");
  }

  /** Seconds with three decimals, the same in every locale. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }
}
