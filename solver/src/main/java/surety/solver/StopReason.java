package surety.solver;

/**
 * Why a search ended. From TAILS on, they say what keeps the bounds apart although there was time
 * left; a smaller gap does not help against these.
 */
public enum StopReason {
  /** The bounds settle the verdict. */
  SETTLED,
  /** The bounds are as close as wanted. */
  GAP_REACHED,
  /** The time was up. */
  TIMEOUT,
  /** The caller asked for an end. */
  CANCELLED,
  /** The proof tree has as many cells as allowed. */
  CELL_LIMIT,
  /** A linearisation alone was asked for, and says no more. */
  LINEARISATION,
  /** What is left is the probability beyond the points where unbounded inputs are cut off. */
  TAILS,
  /**
   * A mean may be infinite, or does not get closer, for the part of unbounded inputs that is too
   * far out to be searched.
   */
  HEAVY_TAILS,
  /** A mean may be infinite, for of a rest of the inputs nothing is known. */
  REST,
  /** What is left comes from the polynomials that enclose the densities of the inputs. */
  DENSITY,
  /** Cells are cut where segments of bounding networks meet, and nowhere else. */
  SEGMENTS,
  /** What is left is rounding: no cut of a cell makes the kernel see more. */
  ROUNDING,
  /** What is left is by how much the evaluations that the semantics is about may differ. */
  ARITHMETIC,
  /**
   * Nothing is known of the quantity because it may not exist: a condition that may never happen, a
   * divisor that may be 0, a correlation with what may be constant.
   */
  UNDEFINED
}
