package surety.solver;

import java.util.List;
import java.util.Optional;
import surety.solver.search.Search;

/** Refines one search until the kernel's bounds are good enough, or nothing more can be done. */
final class Refiner {
  private static final long FIRST_PASS = 64;

  /** With that many coefficients a leaf is so costly that a first pass has to tell how costly. */
  private static final double COSTLY = 150;

  private static final long FIRST_COSTLY_PASS = 256;

  /** With that many cells a first pass has to tell how much time to set aside for the last. */
  private static final long FIRST_LARGE_PASS = 1 << 16;

  /** A tree whose verdict is open is shown to the kernel again when it has grown by that factor. */
  private static final double GROWTH = 2;

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

  /** How long the kernel took for each leaf in its last pass; 0 before the first. */
  private double secondsPerLeaf;

  /** What the search's own estimate has to reach; halved each time the kernel sees it otherwise. */
  private double goal;

  private boolean isGoalMet;
  private double nextPass = FIRST_PASS;
  private double nextMeasure;
  private double meanAtNextMeasure = Double.POSITIVE_INFINITY;
  private double measured = 1;
  private double rareLimit = Double.POSITIVE_INFINITY;
  private double nextGlimpse = FIRST_PASS;
  private List<BandPoint> glimpse = List.of();

  Refiner(Task task, SearchOptions options, Watch watch, Search search) {
    this.task = task;
    this.options = options;
    this.watch = watch;
    this.search = search;
    this.wanted = options.gap();
    this.goal = wanted;
  }

  /** The kernel's bounds for the tree as it was left. */
  Bounds bounds() {
    return bounds;
  }

  /** Why it ended; empty if nothing is left to refine in this tree and the gap is still open. */
  Optional<StopReason> refine() {
    while (true) {
      boolean exhausted = search.isExhausted();
      if (interruption().isPresent() || exhausted || isPassDue()) {
        pass();
        Optional<StopReason> reason = judge(exhausted);
        if (reason.isEmpty()) {
          reason = interruption(); // the pass may have been quicker than foreseen
        }
        if (reason.isPresent()) {
          return reason;
        }
        if (exhausted || isDensityToBlame()) {
          return Optional.empty();
        }
      }
      if (watch.isReportDue()) {
        report();
      }
      search.round(options.maxCells() - search.cells());
    }
  }

  private void pass() {
    double start = watch.seconds();
    bounds = Bounds.of(task.kernel(), search.tree());
    if (bounds.leaves() >= FIRST_PASS) { // fewer say nothing of many
      secondsPerLeaf = (watch.seconds() - start) / bounds.leaves();
    }
  }

  /** The time counts with the kernel's last pass, as far as that can be foreseen. */
  private Optional<StopReason> interruption() {
    return search.cells() >= options.maxCells()
        ? Optional.of(StopReason.CELL_LIMIT)
        : watch.interruption(secondsPerLeaf * search.cells());
  }

  /** Whether the kernel's bounds are likely to end the search. */
  private boolean isPassDue() {
    long cells = search.cells();
    boolean doubled = cells >= nextPass;
    if (doubled && (task.limit().isPresent() || isRarePhase())) {
      nextPass = GROWTH * cells;
      return true;
    }
    if (isRarePhase()) {
      return cells >= rareLimit;
    }
    long first = search.coefficients() > COSTLY ? FIRST_COSTLY_PASS : FIRST_LARGE_PASS;
    if (secondsPerLeaf == 0 && cells >= first) {
      return true;
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
  private Optional<StopReason> judge(boolean exhausted) {
    if (bounds.isSettled(task.limit())) {
      return Optional.of(StopReason.SETTLED);
    }
    if (bounds.gap() > wanted) {
      if (isGoalMet) { // by the search's estimate: the kernel needs more
        goal /= 2;
        meanAtNextMeasure = Double.POSITIVE_INFINITY;
        isGoalMet = false;
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

  /** The kernel's bounds of the tree as it is, if somebody wants to see them. */
  private void glimpse() {
    if (options.glimpses() && search.cells() >= nextGlimpse) {
      nextGlimpse = GROWTH * search.cells();
      glimpse = Run.points(Bounds.of(task.kernel(), search.tree()));
    }
  }

  private void report() {
    double unit = search.unit();
    double gap = (search.meanGap() + search.densityError()) * unit;
    if (task.isSingle()) {
      double lower = search.lower() * unit;
      watch.report("refining", gap, search.cells(), lower, Math.min(1, lower + gap), List.of());
    } else {
      glimpse();
      watch.report("refining", Math.max(gap, measured), search.cells(), 0, 1, glimpse);
    }
  }
}
