package surety.solver;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.Verdict;
import surety.solver.search.Rounds;
import surety.solver.search.Search;
import surety.solver.witness.Finding;
import surety.solver.witness.WitnessLimits;

/**
 * One check: rounds of the search, and a pass of the kernel whenever its bounds may settle the
 * matter. If the density was enclosed too loosely for the gap, the search starts again with more
 * boxes.
 */
final class Run {
  /** The first share of the gap that enclosing the density may take, and the next ones. */
  private static final double FIRST_SHARE = 0.2;

  private static final double TIGHTER = 0.05;
  private static final int MOST_STARTS = 4;

  /** More places than these nobody looks at. */
  private static final int MOST_HEAVY = 3;

  /** An empty gap would ask for the impossible: no double comes closer. */
  private static final double LEAST_GAP = 1e-15;

  private final Task task;
  private final Network network;
  private final SearchOptions options;
  private final Watch watch;
  private final Rounds rounds;
  private final WitnessLimits limits;
  private double share = FIRST_SHARE;

  Run(
      Task task,
      Network network,
      SearchOptions options,
      Watch watch,
      Rounds rounds,
      WitnessLimits limits) {
    this.task = task;
    this.network = network;
    this.options = options;
    this.watch = watch;
    this.rounds = rounds;
    this.limits = limits;
  }

  Result run() {
    if (task.domain().isEmpty()) {
      Bounds bounds = Bounds.of(task.kernel(), Search.singleLeaf());
      return result(bounds, StopReason.SETTLED, List.of());
    }
    for (int start = 1; ; start++) {
      Search search =
          Search.start(
              task.domain().get(),
              task.network(),
              task.objective(),
              share * Math.max(LEAST_GAP, options.gap()),
              options.timeout().toNanos() / 1e9,
              rounds,
              () -> watch.interruption().isPresent());
      Refiner refiner = new Refiner(task, options, watch, search);
      Optional<StopReason> reason = refiner.refine();
      if (reason.isPresent()) {
        return result(refiner.bounds(), reason.get(), heaviest(search, refiner.bounds()));
      }
      boolean worthwhile = search.densityError() > 0 && start < MOST_STARTS;
      if (!worthwhile) {
        return result(refiner.bounds(), StopReason.SETTLED, heaviest(search, refiner.bounds()));
      }
      share *= TIGHTER;
    }
  }

  /** Where to look when a property is violated. */
  private List<HeavyCell> heaviest(Search search, Bounds bounds) {
    return task
        .limit()
        .filter(limit -> bounds.verdict(limit) == Verdict.VIOLATED)
        .map(limit -> search.heaviest(limit.comparison().isBelow(), MOST_HEAVY))
        .orElse(List.of())
        .stream()
        .map(leaf -> HeavyCell.of(leaf, search.unit(), task.statement(), task.domain().get()))
        .toList();
  }

  private Result result(Bounds bounds, StopReason reason, List<HeavyCell> heaviest) {
    Optional<Verdict> verdict = task.limit().map(bounds::verdict);
    Finding finding =
        task.isSingle()
            ? WitnessPass.find(task, network, bounds, watch, options.timeout(), limits)
            : new Finding.Unknown("a cdf has no event");
    Optional<Witness> witness =
        finding instanceof Finding.Found found
            ? Optional.of(
                new Witness(
                    found.witness().inputs(), found.witness().outputs(), found.witness().isExact()))
            : Optional.empty();
    byte[] certificate = task.kernel().certificate(bounds.tree(), bounds.points());
    return new Result(
        task.statement(),
        verdict,
        points(bounds),
        watch.seconds(),
        bounds.leaves(),
        reason,
        certificate,
        witness,
        finding instanceof Finding.Impossible,
        heaviest);
  }

  /** The kernel's bounds, for callers. */
  static List<BandPoint> points(Bounds bounds) {
    return bounds.points().stream()
        .map(p -> new BandPoint(nearest(p.threshold()), p.lower(), p.upper()))
        .toList();
  }

  private static double nearest(Rational t) {
    return Interval.of(t).middle();
  }
}
