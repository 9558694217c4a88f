package surety.solver.search;

import java.util.Arrays;

/** The probabilities of values below several thresholds of one row. */
interface LineObjective extends CdfObjective {
  int row();

  /** Ascending, at least one. */
  double[] thresholds();

  @Override
  default int points() {
    return thresholds().length;
  }

  @Override
  default void addGaps(RowBounds bounds, double mass, double[] sums) {
    double[] thresholds = thresholds();
    double greatest = bounds.greatest(row());
    int from = Arrays.binarySearch(thresholds, bounds.least(row()));
    for (int k = from < 0 ? -from - 1 : from;
        k < thresholds.length && thresholds[k] <= greatest;
        k++) {
      sums[k] += mass * bounds.below(row(), thresholds[k], true).gap();
    }
  }
}
