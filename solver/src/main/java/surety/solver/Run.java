package surety.solver;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.network.Network;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.StoppedException;
import surety.solver.search.Rounds;
import surety.solver.search.Search;
import surety.solver.witness.Finding;
import surety.solver.witness.WitnessLimits;

/**
 * One check: the bounds of a single cell, so that there are some; then rounds of the search, and a
 * pass of the kernel whenever its bounds may settle the matter. If the density was enclosed too
 * loosely for the gap, the search starts again with more boxes; if the kernel is too slow for so
 * many, with fewer.
 */
final class Run {
  /** The first share of the gap that enclosing the density may take, and the next ones. */
  private static final double FIRST_SHARE = 0.2;

  private static final double TIGHTER = 0.05;
  private static final double LOOSE = 0.02;
  private static final int MOST_STARTS = 4;

  /** The most of the time that is left that the choice of an enclosure may take. */
  private static final double PART_FOR_DENSITY = 0.25;

  /** A density that is not enclosed closer than that by a new start is not worth it. */
  private static final double WORTHWHILE = 0.9;

  /**
   * When the first cells took the kernel too long: the share of the time left for the next ones.
   */
  private static final double AIM = 0.15;

  private static final double LESS = 0.5;

  /** When the next ones did not: how many times as many make another start worthwhile. */
  private static final double GROWTH = 3;

  private static final int MOST_SHORT_STARTS = 8;

  /** A cell of a band is open for some of its thresholds, hardly ever for more than these. */
  private static final int MOST_OPEN_THRESHOLDS = 4;

  /** More places than these nobody looks at. */
  private static final int MOST_HEAVY = 3;

  /** An empty gap would ask for the impossible: no double comes closer. */
  private static final double LEAST_GAP = 1e-15;

  private final Task task;
  private final List<Network> networks;
  private final SearchOptions options;
  private final Watch watch;
  private final Rounds rounds;
  private final WitnessLimits limits;
  private double share = FIRST_SHARE;
  private double seconds;

  /** Whether there was too little time for the cells that were thought of first. */
  private boolean isShort;

  /** Whether more time would have enclosed the density closer. */
  private boolean isHurried;

  Run(
      Task task,
      List<Network> networks,
      SearchOptions options,
      Watch watch,
      Rounds rounds,
      WitnessLimits limits) {
    this.task = task;
    this.networks = List.copyOf(networks);
    this.options = options;
    this.watch = watch;
    this.rounds = rounds;
    this.limits = limits;
    this.seconds =
        options.timeout().toNanos()
            / 1e9
            / Math.min(MOST_OPEN_THRESHOLDS, Math.max(1, task.kernel().thresholds().size()));
  }

  Result run() {
    Bounds best = Bounds.of(task.kernel(), Search.singleLeaf());
    watch.certified();
    if (task.domain().isEmpty()) {
      return result(best, ofPoint(best), List.of());
    }
    Bounds bounds = best;
    double densityError = Double.POSITIVE_INFINITY;
    for (int start = 1; ; start++) {
      Search search;
      try {
        search = search();
      } catch (StoppedException e) {
        return result(best, watch.interruption().orElse(StopReason.TIMEOUT), List.of());
      }
      if (!isShort && search.densityError() > WORTHWHILE * densityError) {
        if (isMoreForeseen(search, start)) {
          seconds *= GROWTH;
          continue;
        }
        return result(bounds, obstacle(search, bounds), heaviest(search, bounds));
      }
      Refiner refiner = new Refiner(task, options, watch, search, best);
      Optional<StopReason> reason = refiner.refine();
      best = refiner.best();
      bounds = refiner.bounds();
      densityError = search.densityError();
      if (reason.isEmpty() && !isAgainWorthwhile(refiner, densityError, start)) {
        reason = Optional.of(obstacle(search, bounds));
        bounds = isShort ? best : bounds;
      }
      if (reason.isPresent()) {
        return result(bounds, reason.get(), heaviest(search, bounds));
      }
    }
  }

  /** Whether the kernel may turn out to have time for more cells than was thought. */
  private boolean isMoreForeseen(Search search, int start) {
    return search.isShortOfTime()
        && start < MOST_SHORT_STARTS
        && watch.left() > LESS * watch.timeout();
  }

  private StopReason obstacle(Search search, Bounds bounds) {
    return isShort || isHurried ? StopReason.TIMEOUT : Obstacle.of(task, options, search, bounds);
  }

  /** Chooses how to start again, if there is a use in that. */
  private boolean isAgainWorthwhile(Refiner refiner, double densityError, int start) {
    double affordable = AIM * watch.left() / refiner.secondsOfPass();
    if (refiner.isTooCostly()) {
      isShort = true;
      seconds *= Math.min(affordable, LESS);
      return start < MOST_SHORT_STARTS;
    }
    if (isShort) {
      seconds *= affordable;
      return start < MOST_SHORT_STARTS && affordable > GROWTH;
    }
    share *= TIGHTER;
    return densityError > 0 && start < MOST_STARTS;
  }

  /** Where close enclosures of densities are so costly, loose ones are tried first. */
  private double densityGap() {
    double gap = share * Math.max(LEAST_GAP, options.gap());
    boolean isFirst = share == FIRST_SHARE;
    return isFirst && Search.isCostly(task.domain().orElseThrow()) ? Math.max(LOOSE, gap) : gap;
  }

  /** Why there is no search without random inputs. */
  private StopReason ofPoint(Bounds bounds) {
    if (bounds.isSettled(task.requirement())) {
      return StopReason.SETTLED;
    }
    return bounds.gap() <= options.gap() ? StopReason.GAP_REACHED : StopReason.ROUNDING;
  }

  private Search search() {
    double hurry = watch.seconds() + PART_FOR_DENSITY * watch.left();
    Search search =
        Search.start(
            task.domain().orElseThrow(),
            task.network(),
            task.objective(),
            densityGap(),
            seconds,
            rounds,
            () -> {
              watch.stop().check();
              return watch.seconds() >= hurry;
            });
    isHurried = watch.seconds() >= hurry || search.isShortOfTime();
    return search;
  }

  /**
   * Where to look if that is wanted, or when a property is violated: where the event happens,
   * unless it does not happen often enough. Nowhere, if there is no time for that.
   */
  private List<HeavyCell> heaviest(Search search, Bounds bounds) {
    boolean isWanted = options.heaviest() > 0;
    boolean isViolated =
        task.requirement().filter(r -> bounds.verdict(r) == Verdict.VIOLATED).isPresent();
    if (task.event().isEmpty() || !(isWanted || isViolated)) {
      return List.of();
    }
    watch.reserve(0);
    boolean isInside =
        !isViolated
            || task.requirement().get().verdict(bounds.enclosures().get(0).upper(), Bound.INFINITY)
                == Verdict.VIOLATED;
    try {
      return search.heaviest(isInside, isWanted ? options.heaviest() : MOST_HEAVY).stream()
          .map(leaf -> HeavyCell.of(leaf, search.logUnit(), task.statement(), task.domain().get()))
          .toList();
    } catch (StoppedException e) {
      return List.of();
    }
  }

  private Result result(Bounds bounds, StopReason reason, List<HeavyCell> heaviest) {
    Optional<Verdict> verdict = task.requirement().map(bounds::verdict);
    Finding finding =
        task.event().isPresent()
            ? WitnessPass.find(task, networks, bounds, watch, limits)
            : new Finding.Unknown("there is no one event");
    Optional<Witness> witness =
        finding instanceof Finding.Found found
            ? Optional.of(
                new Witness(
                    found.witness().inputs(), found.witness().outputs(), found.witness().isExact()))
            : Optional.empty();
    byte[] certificate =
        task.kernel().with(bounds.numbers()).certificate(bounds.tree(), bounds.enclosures());
    return new Result(
        task.statement(),
        verdict,
        bounds.band(),
        watch.seconds(),
        bounds.leaves(),
        Obstacle.orTails(task, options, reason, bounds),
        certificate,
        witness,
        finding instanceof Finding.Impossible,
        heaviest);
  }
}
