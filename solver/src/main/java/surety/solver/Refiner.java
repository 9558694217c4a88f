package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
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

  /** The most that a pass on the way may take of the time that is left, as foreseen and in fact. */
  private static final double SHARE_ON_THE_WAY = 0.25;

  private static final double MOST_ON_THE_WAY = 0.5;

  /** After that share of the most time for a pass one can tell how long it will take. */
  private static final double SOME = 0.2;

  /** The share of the time after which there should have been a pass. */
  private static final double FIRST_SHARE = 0.1;

  /** A pass that takes as long tells how long others will, however few its leaves. */
  private static final double MEANINGFUL_SECONDS = 0.05;

  /** That many times as long as it may take looks a pass that is given up, for it gets quicker. */
  private static final double HOPELESS = 1.3;

  /** How much longer the last pass may take than foreseen. */
  private static final double SPARE = 1.4;

  /** The share of the time that is set aside to look for a witness, and the most of it. */
  private static final double WITNESS_SHARE = 0.05;

  private static final double MOST_FOR_WITNESS = 1;

  /** The gap of a band is measured again after this growth at the earliest. */
  private static final double SMALL_GROWTH = 1.1;

  /** How many more cells the relative gap of a rare event is worth, besides as many again. */
  private static final long RARE_CELLS = 4096;

  /** How many times wider than estimated a gap is no matter of rounding any more. */
  private static final double WIDER = 2;

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
      watch.stop().check();
      boolean exhausted = search.isExhausted();
      boolean isEnd = interruption().isPresent();
      boolean isLast = isEnd || exhausted || isGoalMet();
      if (isLast || isDueOnTheWay()) {
        boolean isForeseen = isEnd || (isLast && secondsPerLeaf > 0);
        boolean isJudged = isLast || (isSteppingStone() && search.cells() >= nextPass);
        Optional<Bounds> now = isForeseen ? tryPass(watch.left()) : passOnTheWay();
        if (now.isEmpty() && isTooCostlyNow()) {
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
        if (now.isPresent() && isJudged && isDone()) {
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

  private boolean isTooCostlyNow() {
    watch.stop().check();
    isTooCostly = SPARE * secondsOfPass() > watch.left();
    return isTooCostly;
  }

  /** Whether the kernel's bounds on the way may end the search: those of a property do. */
  private boolean isSteppingStone() {
    return task.requirement().isPresent() || isRarePhase();
  }

  /** Also when cells come so slowly that even the first pass is late. */
  private boolean isDueOnTheWay() {
    boolean isLate = secondsPerLeaf == 0 && watch.seconds() >= FIRST_SHARE * watch.timeout();
    return (isLate || search.cells() >= nextPass)
        && secondsOfPass() <= SHARE_ON_THE_WAY * watch.left();
  }

  /** The kernel's bounds of the tree as it is, unless that takes too long. */
  private Optional<Bounds> passOnTheWay() {
    double growth = isSteppingStone() || options.glimpses() ? GROWTH : GROWTH_TO_KEEP;
    nextPass = growth * search.cells();
    return tryPass(MOST_ON_THE_WAY * watch.left());
  }

  /** How long the kernel will take for the tree as it is, as far as that is known. */
  double secondsOfPass() {
    return secondsPerLeaf * search.cells();
  }

  /** Whether what was set aside is left at most, or there are as many cells as are allowed. */
  private Optional<StopReason> interruption() {
    double forWitness = task.isSingle() ? WITNESS_SHARE * watch.timeout() : 0;
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
    return bounds.isSettled(task.requirement()) ? StopReason.SETTLED : reason;
  }

  private Optional<Bounds> tryPass(double most) {
    try {
      return Optional.of(pass(most));
    } catch (StoppedException e) {
      return Optional.empty();
    }
  }

  /** Has the kernel bound the tree as it is, unless it will hardly be done in that many seconds. */
  private Bounds pass(double most) {
    byte[] tree = search.tree(watch.stop());
    ByteArrayInputStream input = new ByteArrayInputStream(tree);
    double start = watch.seconds();
    DoubleSupplier share = () -> 1 - (double) input.available() / tree.length;
    watch.beginPass(() -> isHopeless(watch.seconds() - start, share.getAsDouble(), most));
    if (secondsOfPass() >= WORTH_TELLING) {
      watch.enters("certifying");
    }
    try {
      Bounds now = bounds(input, tree);
      best = now.gap() <= best.gap() ? now : best;
      return now;
    } finally {
      double leaves = Math.max(1, share.getAsDouble() * search.cells());
      double taken = watch.seconds() - start;
      if (leaves >= FIRST_PASS || taken >= MEANINGFUL_SECONDS) { // others say nothing of many
        secondsPerLeaf = taken / leaves;
      }
    }
  }

  private Bounds bounds(ByteArrayInputStream input, byte[] tree) {
    KernelPass kernel = task.kernelFor(tree);
    return Bounds.of(kernel, kernel.bounds(input), tree);
  }

  /** Judges by the share of the tree that has been read, after some of the time. */
  private static boolean isHopeless(double taken, double share, double most) {
    return taken >= most || (taken >= SOME * most && taken > HOPELESS * share * most);
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
    if (bounds.isSettled(task.requirement())) {
      return Optional.of(StopReason.SETTLED);
    }
    if (bounds.gap() > wanted) {
      if (isGoalMet) { // by the search's estimate: the kernel needs more
        goal /= 2;
        meanAtNextMeasure = Double.POSITIVE_INFINITY;
      }
      return Optional.empty();
    }
    if (task.event().isEmpty() || !bounds.isRare(wanted) || bounds.isRelativelyTight(wanted)) {
      return Optional.of(StopReason.GAP_REACHED);
    }
    if (!isRarePhase()) {
      rareLimit = GROWTH * search.cells() + RARE_CELLS;
      nextPass = GROWTH * search.cells();
    }
    if (exhausted && !isDensityToBlame() && task.requirement().isPresent()) {
      return search.recheck(task.rows(), bounds.gap())
          ? Optional.empty()
          : Optional.of(Obstacle.of(task, options, search, bounds)); // no smaller gap decides it
    }
    return search.cells() >= rareLimit || (exhausted && !isDensityToBlame())
        ? Optional.of(StopReason.GAP_REACHED)
        : Optional.empty();
  }

  /** Whether most of what is left of the gap comes from enclosing the density. */
  private boolean isDensityToBlame() {
    return search.densityError() > 0 && search.meanGap() < 0.1 * search.densityError();
  }

  /** Whether nothing is left to refine but the enclosure of the density. */
  private boolean isDone() {
    return (search.isExhausted() || isDensityToBlame())
        && !(isWiderThanSeen() && search.recheck(task.rows(), bounds.gap()));
  }

  /** Whether the kernel's gap is much wider than the search's estimate of it. */
  private boolean isWiderThanSeen() {
    double seen = (search.densityError() + search.largestGap()) * search.unit();
    return bounds.gap() > WIDER * Math.max(seen, wanted);
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
