package surety.solver;

/** Why a search ended. */
public enum StopReason {
  /** The bounds settle the verdict, or nothing is left to refine. */
  SETTLED,
  /** The bounds are as close as wanted. */
  GAP_REACHED,
  /** The time was up. */
  TIMEOUT,
  /** The caller asked for an end. */
  CANCELLED,
  /** The proof tree has as many cells as allowed. */
  CELL_LIMIT
}
