package surety.solver;

import java.util.Optional;
import surety.certificates.stop.StoppedException;
import surety.solver.search.Forest;
import surety.solver.search.Rounds;

/**
 * One check, from its first bounds to its result:
 *
 * <ol>
 *   <li>the bounds of a single cell, so that there are some, or those that need no tree at all;
 *   <li>the search, which is started anew as often as the {@link StartSchedule} sees a use in other
 *       enclosures of the densities: each time its cells are refined by a {@link Refiner};
 *   <li>the {@link Conclusion}, with what explains it.
 * </ol>
 */
final class Check {
  /** The most of the time that is left that the choice of an enclosure may take. */
  private static final double PART_FOR_DENSITY = 0.25;

  private final Task task;
  private final SearchOptions options;
  private final RunClock clock;
  private final Reports reports;
  private final Rounds rounds;
  private final TreeKeeper keeper;
  private final Results results;

  /** What the first start goes on from; nothing for all others. */
  private Optional<Resumption> resumption;

  private Bounds best;

  /** The best bounds of the trees that were refined as far as possible: whatever the time. */
  private Bounds last;

  /**
   * A check that has its first bounds already.
   *
   * @param first the bounds of a single cell
   * @param resumption what the search goes on from
   * @param results makes the result of what the search comes to
   */
  Check(
      Task task,
      SearchOptions options,
      RunClock clock,
      Reports reports,
      Rounds rounds,
      TreeKeeper keeper,
      Bounds first,
      Optional<Resumption> resumption,
      Results results) {
    this.task = task;
    this.options = options;
    this.clock = clock;
    this.reports = reports;
    this.rounds = rounds;
    this.keeper = keeper;
    this.resumption = resumption;
    this.results = results;
    this.best =
        resumption.map(Resumption::bounds).filter(b -> b.gap() <= first.gap()).orElse(first);
    this.last = best;
  }

  Result run() {
    Conclusion conclusion = finishedBefore().orElseGet(this::unfinished);
    clock.enter(RunClock.Phase.CONCLUSION);
    return results.of(conclusion);
  }

  /** What there is to be found where nothing is known to be close enough. */
  private Conclusion unfinished() {
    if (options.way() == ProofWay.LINEARISATION) {
      return withoutSearch(clock.interruption().orElse(StopReason.LINEARISATION));
    }
    boolean isSearch = !task.isPoint() && !FarInputs.of(task.kernel().problem()).isHopeless();
    return isSearch ? searched() : withoutSearch();
  }

  /** The end, if no tree is needed, or the search that this one is to go on from had come to it. */
  private Optional<Conclusion> finishedBefore() {
    boolean isClose =
        task.requirement().isEmpty()
            && best.gap() <= options.gap()
            && !(task.event().isPresent() && best.isRareAndLoose(options.gap()));
    boolean isFinished = isClose || best.isSettled(task.requirement());
    if (!isFinished || (resumption.isEmpty() && best.hasTree())) {
      return Optional.empty();
    }
    StopReason reason = isClose ? StopReason.GAP_REACHED : StopReason.SETTLED;
    return Optional.of(new Conclusion(best, reason, Optional.empty()));
  }

  /**
   * Without random inputs, or where no cells bring the bounds closer, all there is to find are the
   * numbers that the kernel leaves free.
   */
  private Conclusion withoutSearch() {
    try {
      KernelPass kernel = task.kernelFor(best.tree(), clock.stop());
      if (!kernel.numbers().equals(best.numbers())) {
        Bounds better = Bounds.of(kernel, best.tree());
        best = better.gap() <= best.gap() ? better : best;
      }
    } catch (StoppedException e) {
      StopReason reason = clock.interruption().orElse(StopReason.TIMEOUT);
      return withoutSearch(reason);
    }
    StopReason unsettled =
        best.gap() <= options.gap()
            ? StopReason.GAP_REACHED
            : FarInputs.of(task.kernel().problem()).blamed(best).orElse(Obstacle.rounding(task));
    return withoutSearch(unsettled);
  }

  private Conclusion withoutSearch(StopReason unsettled) {
    boolean isSettled = best.isSettled(task.requirement());
    return new Conclusion(best, isSettled ? StopReason.SETTLED : unsettled, Optional.empty());
  }

  private Conclusion searched() {
    StartSchedule schedule =
        new StartSchedule(clock, options.gap(), task.kernel().thresholds().size(), closeness());
    Optional<Conclusion> end = Optional.empty();
    while (end.isEmpty()) {
      end = attempt(schedule);
    }
    return end.get();
  }

  private StartSchedule.Closeness closeness() {
    boolean isVerdict = task.event().isPresent() && task.requirement().isPresent();
    if (isVerdict && !Forest.isExact(task.branches())) {
      return StartSchedule.Closeness.FOR_VERDICT;
    }
    return Forest.isCostly(task.branches())
        ? StartSchedule.Closeness.LOOSE
        : StartSchedule.Closeness.CLOSE;
  }

  /** A search with the cells of one start; nothing if another start is to follow. */
  private Optional<Conclusion> attempt(StartSchedule schedule) {
    double hurry = clock.seconds() + PART_FOR_DENSITY * clock.left();
    Optional<Resumption> earlier = resumption;
    resumption = Optional.empty();
    Optional<Forest> resumed;
    Forest search;
    try {
      resumed = earlier.flatMap(e -> e.search(task, schedule.densityGap(), rounds, reports));
      search = resumed.orElseGet(() -> start(schedule, hurry));
    } catch (StoppedException e) {
      StopReason reason = clock.interruption().orElse(StopReason.TIMEOUT);
      return Optional.of(new Conclusion(best, reason, Optional.empty()));
    }
    boolean isHurried = clock.seconds() >= hurry || search.isShortOfTime();
    if (schedule.isInVain(search.densityError())) {
      return schedule.tryLonger(search.isShortOfTime())
          ? Optional.empty()
          : Optional.of(stuck(search, last, isHurried));
    }
    Refiner refiner = new Refiner(task, options, clock, reports, keeper, search, best);
    if (resumed.isPresent()) {
      earlier.ifPresent(refiner::goOn);
    }
    return refined(refiner, search, schedule, isHurried);
  }

  private Forest start(StartSchedule schedule, double hurry) {
    return Forest.start(
        task.branches(),
        task.objective(),
        schedule.densityGap(),
        schedule.seconds(),
        options.maxCells(),
        rounds,
        () -> {
          clock.stop().check();
          return clock.seconds() >= hurry;
        });
  }

  private Optional<Conclusion> refined(
      Refiner refiner, Forest search, StartSchedule schedule, boolean isHurried) {
    Refined refined = refiner.refine();
    best = refiner.best();
    if (refined instanceof Refined.Ended ended) {
      return Optional.of(new Conclusion(ended.bounds(), ended.reason(), Optional.of(search)));
    }
    boolean isAgain;
    if (refined instanceof Refined.Exhausted exhausted) {
      last = exhausted.bounds().gap() <= last.gap() ? exhausted.bounds() : last;
      isAgain = schedule.tryCloser(search.densityError(), refiner.secondsOfPass());
    } else {
      isAgain = schedule.tryFewer(refiner.secondsOfPass());
    }
    boolean isShort = schedule.isShortOfTime();
    return isAgain
        ? Optional.empty()
        : Optional.of(stuck(search, isShort ? best : last, isShort || isHurried));
  }

  /** With a gap that is still open. */
  private Conclusion stuck(Forest search, Bounds bounds, boolean isShortOfTime) {
    boolean isReached = task.requirement().isEmpty() && bounds.gap() <= options.gap();
    StopReason reason =
        isReached
            ? StopReason.GAP_REACHED // of a rare event, whose bounds could be closer
            : isShortOfTime
                ? StopReason.TIMEOUT
                : search.isShortOfCells()
                    ? StopReason.CELL_LIMIT
                    : Obstacle.of(task, options, search, bounds);
    return new Conclusion(bounds, reason, Optional.of(search));
  }
}
