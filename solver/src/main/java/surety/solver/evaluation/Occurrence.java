package surety.solver.evaluation;

/** Whether an event happens at one input, over the reals. */
public enum Occurrence {
  /** It happens: proven. */
  HAPPENS,
  /** It does not happen: proven. */
  DOES_NOT_HAPPEN,
  /** The outputs are known within enclosures only, and the threshold lies inside of them. */
  UNKNOWN;

  /** What it is of the complement. */
  Occurrence opposite() {
    return switch (this) {
      case HAPPENS -> DOES_NOT_HAPPEN;
      case DOES_NOT_HAPPEN -> HAPPENS;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
