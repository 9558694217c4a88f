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

  /** The largest gap over the thresholds of a cdf, estimated over all leaves; else the open gap. */
  double largestGap();

  /** An estimate of a lower bound of an event's probability; of anything else, 0. */
  double lower();
}
