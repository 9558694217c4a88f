package surety.solver.evaluation;

/** Whether an event happens at one input, over the reals. */
public enum Occurrence {
  /** It happens: proven. */
  HAPPENS,
  /** It does not happen: proven. */
  DOES_NOT_HAPPEN,
  /** The outputs are known within enclosures only, and the threshold lies inside of them. */
  UNKNOWN
}
