package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import surety.certificates.stop.StoppedException;
import surety.solver.search.Search;

/**
 * Refines one search until the kernel's bounds are good enough, or nothing more can be done.
 *
 * <p>When a run is over there is no time for another pass of the kernel. So there are passes on the
 * way, and the best bounds so far are kept; a last pass is begun in time, as far as that can be
 * foreseen.
 */
final class Refiner {
  /** A pass of the kernel that takes so many seconds is told of. */
  private static final double WORTH_TELLING = 0.1;

  private static final long FIRST_PASS = 64;

  /** A tree whose verdict is open is shown to the kernel again when it has grown by that factor. */
  private static final double GROWTH = 2;

  /** Any other tree, only so that there are bounds to keep; all this costs a third of the last. */
  private static final double GROWTH_TO_KEEP = 4;

  /** The most that a pass on the way may take of the time that is left. */
  private static final double SHARE_ON_THE_WAY = 0.25;

  /** How much longer the last pass may take than foreseen. */
  private static final double SPARE = 1.25;

  /** The share of the time that is set aside to look for a witness, and the most of it. */
  private static final double WITNESS_SHARE = 0.05;

  private static final double MOST_FOR_WITNESS = 1;

  /** The gap of a band is measured again after this growth at the earliest. */
  private static final double SMALL_GROWTH = 1.1;

  /** How many more cells the relative gap of a rare event is worth, besides as many again. */
  private static final long RARE_CELLS = 4096;

  private final Task task;
  private final SearchOptions options;
  private final Watch watch;
  private final Search search;
  private final double wanted;
  private Bounds bounds;
  private Bounds best;

  /** How long the kernel took for each leaf in its last pass; 0 before the first. */
  private double secondsPerLeaf;

  /** What the search's own estimate has to reach; halved each time the kernel sees it otherwise. */
  private double goal;

  private boolean isGoalMet;
  private boolean isTooCostly;
  private double nextPass = FIRST_PASS;
  private double nextMeasure;
  private double meanAtNextMeasure = Double.POSITIVE_INFINITY;
  private double measured = 1;
  private double rareLimit = Double.POSITIVE_INFINITY;

  /**
   * Refines.
   *
   * @param before what the kernel said of other trees, at best
   */
  Refiner(Task task, SearchOptions options, Watch watch, Search search, Bounds before) {
    this.task = task;
    this.options = options;
    this.watch = watch;
    this.search = search;
    this.wanted = options.gap();
    this.goal = wanted;
    this.bounds = before;
    this.best = before;
  }

  /** The kernel's bounds for the tree as it was left, or the best before, if it was cut short. */
  Bounds bounds() {
    return bounds;
  }

  /** Whether the first cells were so many, or so costly, that the kernel has no time for them. */
  boolean isTooCostly() {
    return isTooCostly;
  }

  /** The best bounds of all. */
  Bounds best() {
    return best;
  }

  /**
   * Why it ended; empty if nothing is left to refine in this tree, or it is too costly, and the gap
   * is still open.
   */
  Optional<StopReason> refine() {
    try {
      return untilDone();
    } catch (StoppedException e) {
      StopReason reason = watch.interruption().orElse(StopReason.TIMEOUT);
      if (!watch.isOver()) { // it was a round that was stopped, to leave time for a last pass
        tryPass(watch.left());
      }
      return Optional.of(cutShort(reason));
    }
  }

  private Optional<StopReason> untilDone() {
    while (true) {
      boolean exhausted = search.isExhausted();
      boolean isEnd = interruption().isPresent();
      boolean isLast = isEnd || exhausted || isGoalMet();
      if (isLast || isDueOnTheWay()) {
        boolean isForeseen = isEnd || (isLast && secondsPerLeaf > 0);
        boolean isJudged = isLast || isSteppingStone();
        Optional<Bounds> now = isForeseen ? Optional.of(pass(watch.left())) : passOnTheWay();
        if (now.isEmpty() && SPARE * secondsOfPass() > watch.left()) {
          isTooCostly = true;
          return Optional.empty();
        }
        Optional<StopReason> reason =
            now.filter(b -> isJudged)
                .flatMap(b -> judge(b, exhausted))
                .or(
                    () ->
                        interruption().map(this::cutShort)); // unless it was quicker than foreseen
        if (reason.isPresent()) {
          return reason;
        }
        if (now.isPresent() && isJudged && (exhausted || isDensityToBlame())) {
          return Optional.empty();
        }
      }
      if (watch.isReportDue()) {
        report();
      }
      if (!exhausted) {
        search.round(options.maxCells() - search.cells());
      }
    }
  }

  /** Whether the kernel's bounds on the way may end the search: those of a property do. */
  private boolean isSteppingStone() {
    return task.limit().isPresent() || isRarePhase();
  }

  private boolean isDueOnTheWay() {
    return search.cells() >= nextPass && secondsOfPass() <= SHARE_ON_THE_WAY * watch.left();
  }

  /** The kernel's bounds of the tree as it is, unless that takes too long. */
  private Optional<Bounds> passOnTheWay() {
    double growth = isSteppingStone() || options.glimpses() ? GROWTH : GROWTH_TO_KEEP;
    nextPass = growth * search.cells();
    return tryPass(SHARE_ON_THE_WAY * watch.left());
  }

  /** How long the kernel will take for the tree as it is, as far as that is known. */
  private double secondsOfPass() {
    return secondsPerLeaf * search.cells();
  }

  /** Whether what was set aside is left at most, or there are as many cells as are allowed. */
  private Optional<StopReason> interruption() {
    double forWitness = task.isSingle() ? WITNESS_SHARE * options.timeout().toNanos() / 1e9 : 0;
    watch.reserve(SPARE * secondsOfPass() + Math.min(MOST_FOR_WITNESS, forWitness));
    return search.cells() >= options.maxCells()
        ? Optional.of(StopReason.CELL_LIMIT)
        : watch.interruption();
  }

  /** The end, although there would be more to do: the best bounds so far are what counts. */
  private StopReason cutShort(StopReason reason) {
    if (reason == StopReason.CELL_LIMIT) {
      return reason; // the last ones, which do not depend on the time
    }
    bounds = best;
    return bounds.isSettled(task.limit()) ? StopReason.SETTLED : reason;
  }

  private Optional<Bounds> tryPass(double most) {
    try {
      return Optional.of(pass(most));
    } catch (StoppedException e) {
      return Optional.empty();
    }
  }

  /** Has the kernel bound the tree as it is, within that many seconds. */
  private Bounds pass(double most) {
    byte[] tree = search.tree();
    ByteArrayInputStream input = new ByteArrayInputStream(tree);
    double start = watch.seconds();
    watch.limitPass(most);
    if (secondsOfPass() >= WORTH_TELLING) {
      watch.enters("certifying");
    }
    boolean isDone = false;
    try {
      Bounds now = Bounds.of(task.kernel().bounds(input), tree);
      best = now.gap() <= best.gap() ? now : best;
      isDone = true;
      return now;
    } finally {
      double share = (double) (tree.length - input.available()) / tree.length;
      double leaves = Math.max(1, share * search.cells());
      if (!isDone || leaves >= FIRST_PASS) { // fewer say nothing of many
        secondsPerLeaf = (watch.seconds() - start) / leaves;
      }
    }
  }

  /** Whether the kernel's bounds are likely to end the search. */
  private boolean isGoalMet() {
    long cells = search.cells();
    isGoalMet = false;
    if (isRarePhase()) {
      return cells >= rareLimit;
    }
    double unit = search.unit();
    double density = search.densityError() * unit;
    double open = Math.max(goal - density, 0.5 * Math.min(goal, density));
    double mean = search.meanGap() * unit;
    if (mean > open) {
      return false;
    }
    isGoalMet = task.isSingle() || isLargestGapBelow(open, mean, cells);
    return isGoalMet;
  }

  private boolean isRarePhase() {
    return rareLimit < Double.POSITIVE_INFINITY;
  }

  /** Measures where the mean gap, extrapolated from the last measurement, says it is worth it. */
  private boolean isLargestGapBelow(double open, double mean, long cells) {
    if (cells < nextMeasure || mean > meanAtNextMeasure) {
      return false;
    }
    measured = search.largestGap() * search.unit();
    nextMeasure = SMALL_GROWTH * cells;
    meanAtNextMeasure = mean * open / measured;
    return measured <= open;
  }

  /** Whether the kernel's bounds end the search, and why. */
  private Optional<StopReason> judge(Bounds now, boolean exhausted) {
    bounds = now;
    if (bounds.isSettled(task.limit())) {
      return Optional.of(StopReason.SETTLED);
    }
    if (bounds.gap() > wanted) {
      if (isGoalMet) { // by the search's estimate: the kernel needs more
        goal /= 2;
        meanAtNextMeasure = Double.POSITIVE_INFINITY;
      }
      return Optional.empty();
    }
    if (!task.isSingle() || !bounds.isRare(wanted) || bounds.isRelativelyTight(wanted)) {
      return Optional.of(StopReason.GAP_REACHED);
    }
    if (!isRarePhase()) {
      rareLimit = GROWTH * search.cells() + RARE_CELLS;
      nextPass = GROWTH * search.cells();
    }
    return search.cells() >= rareLimit || (exhausted && !isDensityToBlame())
        ? Optional.of(StopReason.GAP_REACHED)
        : Optional.empty();
  }

  /** Whether most of what is left of the gap comes from enclosing the density. */
  private boolean isDensityToBlame() {
    return search.densityError() > 0 && search.meanGap() < 0.1 * search.densityError();
  }

  private void report() {
    double unit = search.unit();
    double gap = (search.meanGap() + search.densityError()) * unit;
    if (task.isSingle()) {
      double lower = search.lower() * unit;
      watch.report("searching", gap, search.cells(), lower, Math.min(1, lower + gap), List.of());
    } else {
      List<BandPoint> glimpse = options.glimpses() ? best.band() : List.of();
      watch.report("searching", Math.max(gap, measured), search.cells(), 0, 1, glimpse);
    }
  }
}
