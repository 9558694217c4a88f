package surety.solver;

import java.util.List;
import java.util.Optional;
import surety.certificates.stop.StoppedException;
import surety.solver.search.Forest;

/**
 * Refines one search until the kernel's bounds are good enough, or nothing more can be done: rounds
 * of the search, and whenever there is an {@link Occasion} a pass of the kernel and a judgement of
 * its bounds.
 */
final class Refiner {
  /** The share of the time that is set aside to look for a witness, and the most of it. */
  private static final double WITNESS_SHARE = 0.05;

  private static final double MOST_FOR_WITNESS = 1;

  /** How many more cells the relative gap of a rare event is worth, besides as many again. */
  private static final long RARE_CELLS = 4096;

  /** How many times as many cells it is worth then that the pass is not in vain. */
  private static final double SPARE_CELLS = 1.1;

  /** How many times wider than estimated a gap is no matter of rounding any more. */
  private static final double WIDER = 2;

  /** Why the kernel is asked. */
  private enum Occasion {
    /** There is no time, or no room, for more cells. */
    INTERRUPTED,
    /** Nothing is left that a round could improve. */
    EXHAUSTED,
    /** The search's estimate says that the bounds are likely to be close enough. */
    GOAL_MET,
    /** The search's estimate says that the verdict is likely to be settled. */
    VERDICT_LIKELY,
    /** The tree has grown, and its bounds may well end the search. */
    MILESTONE,
    /** The tree has grown, and there should be bounds to keep; they are not judged. */
    TO_KEEP
  }

  /** What is worked towards. */
  private sealed interface Aim {
    /** The wanted gap. */
    record Gap() implements Aim {}

    /** For an event that is rarer than that, the gap relative to its probability. */
    record RelativeGap(double mostCells) implements Aim {}
  }

  private final Task task;
  private final SearchOptions options;
  private final RunClock clock;
  private final Reports reports;
  private final TreeKeeper keeper;
  private final Forest search;
  private final KernelPasses passes;
  private final GapGoal goal;
  private final VerdictGoal verdict;
  private final long mostCells;
  private Bounds bounds;

  /** With so many times the time left that a pass takes at most, the tree may grow by some. */
  private static final double WORTH_ANOTHER = 1.5;

  /** How many cells there are to be, once the goal seems to be met. */
  private double enoughCells;

  private Aim aim = new Aim.Gap();

  /**
   * Refines.
   *
   * @param before what the kernel said of other trees, at best
   */
  Refiner(
      Task task,
      SearchOptions options,
      RunClock clock,
      Reports reports,
      TreeKeeper keeper,
      Forest search,
      Bounds before) {
    this.keeper = keeper;
    this.task = task;
    this.options = options;
    this.clock = clock;
    this.reports = reports;
    this.search = search;
    this.passes = new KernelPasses(task, clock, reports, search, before);
    this.mostCells = search.isOfSmallCells() ? options.maxSmallCells() : options.maxCells();
    this.goal = new GapGoal(search, options.gap(), task.isSingle());
    this.verdict = new VerdictGoal(search, task.event().flatMap(event -> task.requirement()));
    this.bounds = before;
  }

  /** The search is the one that was resumed, so that the kernel has seen its tree. */
  void goOn(Resumption resumption) {
    passes.made(resumption.seconds());
    verdict.unsettled(resumption.bounds());
  }

  /** The best bounds of all. */
  Bounds best() {
    return passes.best();
  }

  /** How long the kernel will take for the tree as it was left, as far as that is known. */
  double secondsOfPass() {
    return passes.seconds();
  }

  Refined refine() {
    try {
      return untilDone();
    } catch (StoppedException e) {
      StopReason reason = clock.interruption().orElse(StopReason.TIMEOUT);
      if (!clock.isOver()) { // it was a round that was stopped, to leave time for a last pass
        passes.last();
      }
      return cutShort(reason);
    }
  }

  private Refined untilDone() {
    while (true) {
      clock.stop().check();
      boolean isExhausted = search.isExhausted();
      Optional<Refined> end = occasion(isExhausted).flatMap(why -> ask(why, isExhausted));
      if (end.isPresent()) {
        return end.get();
      }
      keeper.look(search);
      if (reports.isDue()) {
        report();
      }
      if (!isExhausted) {
        if (search.isOfSmallCells()) {
          clock.reserve(0); // a round takes a moment, and what is cut off cannot go on
        }
        search.round(mostCells - search.cells());
      }
    }
  }

  /** Why the kernel should be asked now, if it should. */
  private Optional<Occasion> occasion(boolean isExhausted) {
    if (interruption().isPresent()) {
      return Optional.of(Occasion.INTERRUPTED);
    }
    if (isExhausted || (verdict.isForeseen() && isDensityToBlame())) {
      return Optional.of(Occasion.EXHAUSTED);
    }
    if (isGoalMet()) {
      return Optional.of(Occasion.GOAL_MET);
    }
    if (verdict.check()) {
      return Optional.of(Occasion.VERDICT_LIKELY);
    }
    if (!passes.isDue()) {
      return Optional.empty();
    }
    if (mayEndOnTheWay() && passes.hasGrown()) {
      return Optional.of(Occasion.MILESTONE);
    }
    return passes.isToKeep() ? Optional.of(Occasion.TO_KEEP) : Optional.empty();
  }

  /** Has the kernel bound the tree; the end, if that is one. */
  private Optional<Refined> ask(Occasion why, boolean isExhausted) {
    Optional<Bounds> now = pass(why);
    if (now.isEmpty() && isTooCostly()) {
      return Optional.of(new Refined.TooCostly());
    }
    Optional<Bounds> judged = now.filter(b -> why != Occasion.TO_KEEP);
    Optional<Refined> end =
        judged
            .flatMap(b -> judge(b, isExhausted))
            .<Refined>map(reason -> new Refined.Ended(bounds, reason))
            .or(() -> interruptionAfter(why).map(this::cutShort));
    return end.isEmpty() && judged.isPresent() && isDone()
        ? Optional.of(new Refined.Exhausted(bounds))
        : end;
  }

  private Optional<Bounds> pass(Occasion why) {
    boolean isLast =
        switch (why) {
          case INTERRUPTED -> true;
          case EXHAUSTED, GOAL_MET -> passes.isForeseen();
          case VERDICT_LIKELY, MILESTONE, TO_KEEP -> false;
        };
    boolean isOften = !verdict.isForeseen() && (mayEndOnTheWay() || options.glimpses());
    passes.waitFor(isOften ? KernelPasses.GROWTH : KernelPasses.GROWTH_TO_KEEP);
    return isLast ? passes.last() : passes.onTheWay();
  }

  /** Small cells are not: other ones would not be cheaper. */
  private boolean isTooCostly() {
    clock.stop().check();
    return !search.isOfSmallCells() && passes.secondsAtMost() > clock.left();
  }

  /** Whether the kernel's bounds on the way may end the search: those of a property do. */
  private boolean mayEndOnTheWay() {
    return task.requirement().isPresent() || aim instanceof Aim.RelativeGap;
  }

  private boolean isGoalMet() {
    return aim instanceof Aim.RelativeGap relative
        ? search.cells() >= relative.mostCells()
        : isGapMet();
  }

  /** By the estimate, which is not exact: some more cells cost less than another long pass. */
  private boolean isGapMet() {
    if (enoughCells == 0) {
      if (!goal.check()) {
        return false;
      }
      boolean isLong = search.isLongToBound() && search.densityError() > 0;
      enoughCells = (isLong ? SPARE_CELLS : 1) * search.cells();
    }
    return search.cells() >= enoughCells;
  }

  /** Whether what was set aside is left at most, or there are as many cells as are allowed. */
  private Optional<StopReason> interruption() {
    double forWitness = task.isSingle() ? WITNESS_SHARE * clock.timeout() : 0;
    clock.reserve(passes.secondsAtMost() + Math.min(MOST_FOR_WITNESS, forWitness));
    return search.cells() >= mostCells ? Optional.of(StopReason.CELL_LIMIT) : clock.interruption();
  }

  /** None if the last pass was so much quicker than foreseen that there is time for another one. */
  private Optional<StopReason> interruptionAfter(Occasion why) {
    boolean isLittle = clock.left() < WORTH_ANOTHER * passes.secondsAtMost();
    return interruption()
        .or(
            () ->
                why == Occasion.INTERRUPTED && isLittle
                    ? Optional.of(StopReason.TIMEOUT)
                    : Optional.empty());
  }

  /** The end, although there would be more to do: the best bounds so far are what counts. */
  private Refined cutShort(StopReason reason) {
    if (reason == StopReason.CELL_LIMIT) {
      return new Refined.Ended(bounds, reason); // the last ones, which do not depend on the time
    }
    bounds = passes.best();
    boolean isSettled = bounds.isSettled(task.requirement());
    return new Refined.Ended(bounds, isSettled ? StopReason.SETTLED : reason);
  }

  /** Whether the kernel's bounds end the search, and why. */
  private Optional<StopReason> judge(Bounds now, boolean isExhausted) {
    bounds = now;
    if (bounds.isSettled(task.requirement())) {
      return Optional.of(StopReason.SETTLED);
    }
    verdict.unsettled(bounds);
    if (bounds.gap() > options.gap()) {
      if (aim instanceof Aim.Gap && goal.isMet()) { // by the search's estimate
        goal.tighten();
        enoughCells = 0;
      }
      return Optional.empty();
    }
    boolean isRelativeToo =
        bounds.isRareAndLoose(options.gap())
            || (task.requirement().isPresent() && bounds.isNearlyCertain());
    return task.event().isPresent() && isRelativeToo
        ? judgeRare(isExhausted)
        : Optional.of(StopReason.GAP_REACHED);
  }

  /**
   * The same of a rare event whose bounds could be closer relative to its probability, and of one
   * that is to be certain and perhaps is.
   */
  private Optional<StopReason> judgeRare(boolean isExhausted) {
    if (aim instanceof Aim.Gap) {
      aim = new Aim.RelativeGap(KernelPasses.GROWTH * search.cells() + RARE_CELLS);
      passes.waitFor(KernelPasses.GROWTH);
    }
    boolean isFinished = isExhausted && !isDensityToBlame();
    if (task.requirement().isPresent() && (isFinished || (isExhausted && seesNothing()))) {
      if (search.recheck(task.rows(), whole())) {
        return Optional.empty();
      }
      if (isFinished) { // no smaller gap decides it
        return Optional.of(Obstacle.of(task, options, search, bounds));
      }
    }
    return isFinished || isGoalMet() ? Optional.of(StopReason.GAP_REACHED) : Optional.empty();
  }

  /**
   * Whether the event happens in no cell or in all of them, so that all that is left are boxes in
   * which the density could not be enclosed.
   */
  private boolean seesNothing() {
    return search.meanGap() == 0 && (search.lower() == 0 || bounds.isNearlyCertain());
  }

  /** The gap; that of what is nearly certain is less than doubles next to 1 can say. */
  private double whole() {
    double seen = (search.densityError() + search.meanGap()) * search.unit();
    return bounds.isNearlyCertain() ? Math.min(seen, bounds.gap()) : bounds.gap();
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
    return bounds.gap() > WIDER * Math.max(seen, options.gap());
  }

  private void report() {
    double unit = search.unit();
    double gap = (search.meanGap() + search.densityError()) * unit;
    if (task.isSingle()) {
      double lower = search.lower() * unit;
      reports.searching(gap, search.cells(), lower, Math.min(1, lower + gap), List.of());
    } else {
      List<BandPoint> glimpse = options.glimpses() ? passes.best().band() : List.of();
      reports.searching(Math.max(gap, goal.measured()), search.cells(), 0, 1, glimpse);
    }
  }
}
