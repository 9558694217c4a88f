package surety.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import surety.language.Obligation;
import surety.language.verification.Budget;
import surety.language.verification.Caller;
import surety.language.verification.Ending;
import surety.language.verification.IncrementalVerifier;
import surety.language.verification.Networks;
import surety.report.Outcome;
import surety.solver.Progress;

/**
 * The properties and queries of one specification that small certificates settle. There may be many
 * of them, and each takes a moment of one thread, so that they are replayed side by side, before
 * anything is searched.
 */
final class UnchangedOnes {
  private final Context context;
  private final SearchSettings settings;
  private final IncrementalVerifier verifier;

  /** Networks are read once by each thread. */
  private final ThreadLocal<Networks> networks;

  UnchangedOnes(Context context, SearchSettings settings, IncrementalVerifier verifier) {
    this.context = context;
    this.settings = settings;
    this.verifier = verifier;
    this.networks =
        ThreadLocal.withInitial(() -> new Networks(context.interruption()::getAsBoolean));
  }

  /** Their outcomes by name. Of the others nothing is said here. */
  Map<String, Outcome> of(List<Obligation> obligations) {
    Stream<Obligation> all =
        settings.threads() == 1 ? obligations.stream() : obligations.parallelStream();
    return all.flatMap(obligation -> of(obligation).stream())
        .collect(Collectors.toMap(outcome -> outcome.obligation().name(), outcome -> outcome));
  }

  private Optional<Outcome> of(Obligation obligation) {
    Budget budget = settings.budget(obligation);
    Optional<Ending.Established> established =
        verifier.unchanged(obligation, budget, networks.get(), new Silent());
    return established.map(
        ending -> {
          ResultExamination examination =
              new ResultExamination(obligation, settings.crossCheck(context));
          examination.lookAt(networks.get());
          return Outcome.of(obligation, budget.wantedGap(), ending.evidence())
              .noting(examination.notes())
              .sealed(SpecificationCheck.digest(ending.evidence()));
        });
  }

  /** Several at once have no line of progress. */
  private final class Silent implements Caller {
    @Override
    public void progressed(Progress now) {
      // a replay of a moment
    }

    @Override
    public boolean isCancelled() {
      return context.interruption().getAsBoolean();
    }

    @Override
    public boolean isPartWanted() {
      return false;
    }
  }
}
