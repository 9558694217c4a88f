package surety.solver.search;

/** What a search estimates of the gap of its tree, in plain doubles. */
public interface GapEstimate {
  /** Number of leaves of the tree. */
  long cells();

  /**
   * What masses are measured in: 1, or for a very rare event a tiny number (perhaps 0 as a double).
   */
  double unit();

  /** What enclosing the density costs of the gap, in units. */
  double densityError();

  /**
   * The gap that is still open without the density's part, in units; of a cdf the mean over the
   * range of its thresholds.
   */
  double meanGap();

  /**
   * The largest gap over the thresholds of a cdf, or else that of the objective, without the
   * density's part, in units; costs a while.
   */
  double largestGap();

  /** An estimate of a lower bound of an event's probability, in units; of anything else, 0. */
  double lower();
}
