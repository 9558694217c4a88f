package surety.solver;

/** How the refinement of one tree ended. */
sealed interface Refined {
  /** There is no use, or no time, in going on: these bounds are the result. */
  record Ended(Bounds bounds, StopReason reason) implements Refined {}

  /** Nothing is left to refine in this tree, and the gap is still open. */
  record Exhausted(Bounds bounds) implements Refined {}

  /** The cells are so many, or so costly, that the kernel has no time for them. */
  record TooCostly() implements Refined {}
}
