package surety.solver;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.StoppedException;
import surety.solver.search.Forest;
import surety.solver.witness.Finding;
import surety.solver.witness.Witness;
import surety.solver.witness.WitnessLimits;

/**
 * Makes results of conclusions: the certificate, and with what time is left the witness and the
 * places where most of the probability is.
 */
final class Results {
  /** More places than these nobody looks at. */
  private static final int MOST_HEAVY = 3;

  private final Task task;
  private final SearchOptions options;
  private final RunClock clock;
  private final Reports reports;
  private final WitnessLimits limits;

  Results(Task task, SearchOptions options, RunClock clock, Reports reports, WitnessLimits limits) {
    this.task = task;
    this.options = options;
    this.clock = clock;
    this.reports = reports;
    this.limits = limits;
  }

  Result of(Conclusion conclusion) {
    Bounds bounds = conclusion.bounds();
    List<HeavyCell> heaviest =
        conclusion.search().map(search -> heaviest(search, bounds)).orElse(List.of());
    Finding finding =
        task.event().isPresent()
            ? WitnessPass.find(task, bounds, clock, reports, limits)
            : new Finding.Unknown("there is no one event");
    byte[] certificate =
        task.kernel().with(bounds.numbers()).certificate(bounds.tree(), bounds.enclosures());
    return new Result(
        task.statement(),
        task.requirement().map(bounds::verdict),
        bounds.band(),
        clock.seconds(),
        bounds.leaves(),
        Obstacle.orTails(task, options, conclusion.reason(), bounds),
        certificate,
        witness(finding),
        finding instanceof Finding.Impossible,
        heaviest);
  }

  /**
   * Where to look if that is wanted, or when a property is violated: where the event happens,
   * unless it does not happen often enough. Nowhere, if there is no time for that.
   */
  private List<HeavyCell> heaviest(Forest search, Bounds bounds) {
    boolean isWanted = options.heaviest() > 0;
    Optional<Requirement> violated =
        task.requirement().filter(r -> bounds.verdict(r) == Verdict.VIOLATED);
    if (task.event().isEmpty() || !(isWanted || violated.isPresent())) {
      return List.of();
    }
    boolean isInside = violated.isEmpty() || isTooLarge(violated.get(), bounds);
    try {
      return search.heaviest(isInside, isWanted ? options.heaviest() : MOST_HEAVY).stream()
          .map(part -> HeavyCell.of(part, search.logUnit()))
          .toList();
    } catch (StoppedException e) {
      return List.of();
    }
  }

  private static boolean isTooLarge(Requirement violated, Bounds bounds) {
    return violated.verdict(bounds.enclosures().get(0).upper(), Bound.INFINITY) == Verdict.VIOLATED;
  }

  private static Optional<Witness> witness(Finding finding) {
    return finding instanceof Finding.Found found ? Optional.of(found.witness()) : Optional.empty();
  }
}
