package surety.solver;

import java.util.Optional;
import surety.solver.search.GapEstimate;

/**
 * What the search's own estimate of the gap has to reach before the kernel is asked whether the
 * wanted gap is. The largest gap over many thresholds costs a while to estimate, the mean does not:
 * the former is measured again only when the latter says that it may be worth it.
 */
final class GapGoal {
  /** The largest gap is measured again after this growth at the earliest. */
  private static final double SMALL_GROWTH = 1.1;

  private final GapEstimate search;
  private final boolean isSingle;
  private double goal;
  private boolean isMet;
  private Optional<Measurement> last = Optional.empty();

  /**
   * A measurement of the largest gap, and when the next is due.
   *
   * @param nextCells when there are so many cells
   * @param nextMean and the mean gap is at most that; always, once the goal was changed
   */
  private record Measurement(double largest, double nextCells, Optional<Double> nextMean) {
    boolean isDue(long cells, double mean) {
      return cells >= nextCells && nextMean.filter(most -> mean > most).isEmpty();
    }
  }

  /**
   * To begin with, the estimate has to reach what the kernel's bounds have to.
   *
   * @param isSingle whether there is one gap only, so that the mean is the largest
   */
  GapGoal(GapEstimate search, double wanted, boolean isSingle) {
    this.search = search;
    this.goal = wanted;
    this.isSingle = isSingle;
  }

  /** Estimates anew; whether the kernel's bounds are likely to be close enough. */
  boolean check() {
    double unit = search.unit();
    double density = search.densityError() * unit;
    double open = Math.max(goal - density, 0.5 * Math.min(goal, density));
    double mean = search.meanGap() * unit;
    isMet = !(mean > open) && (isSingle || isLargestBelow(open, mean, search.cells()));
    return isMet;
  }

  /** What was estimated last. */
  boolean isMet() {
    return isMet;
  }

  /** The kernel saw it otherwise. */
  void tighten() {
    goal /= 2;
    last = last.map(m -> new Measurement(m.largest(), m.nextCells(), Optional.empty()));
  }

  private boolean isLargestBelow(double open, double mean, long cells) {
    if (last.isPresent() && !last.get().isDue(cells, mean)) {
      return false;
    }
    double largest = search.largestGap() * search.unit();
    last =
        Optional.of(
            new Measurement(largest, SMALL_GROWTH * cells, Optional.of(mean * open / largest)));
    return largest <= open;
  }

  /** The largest gap that was measured last; 1, which nothing exceeds, before. */
  double measured() {
    return last.map(Measurement::largest).orElse(1.0);
  }
}
