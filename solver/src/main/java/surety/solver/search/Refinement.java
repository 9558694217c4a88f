package surety.solver.search;

/** A search that refines its leaves, round by round. Deterministic but for its speed. */
interface Refinement {
  /** Number of leaves it is about. */
  long leaves();

  /** Whether nothing is left that another round could improve. */
  boolean isExhausted();

  /** Cuts the leaves that cost most, at most {@code room} of them; each cut makes one more. */
  void round(long room);

  /** The sum of what the leaves add to the gap, in the sense of the {@link Objective}. */
  double openGap();

  /** The largest gap over the thresholds, estimated over all leaves. */
  double largestGap();

  /** An estimate of a lower bound of the probability; of a band, 0. */
  double lower();
}
