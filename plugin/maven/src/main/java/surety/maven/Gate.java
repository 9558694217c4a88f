package surety.maven;

/**
 * Which results let a build fail. What could not be checked, and a certificate that proves nothing,
 * always do.
 *
 * @param onViolated whether a violated property does
 * @param onUndecided whether an undecided property or query does
 * @param onStale whether a certificate does that is missing or about another statement
 */
record Gate(boolean onViolated, boolean onUndecided, boolean onStale) {

  /** Whether the result passes. */
  boolean passes(Result result) {
    return switch (result.state()) {
      case PROVED, ANSWERED -> true;
      case VIOLATED -> !onViolated;
      case UNDECIDED -> !onUndecided;
      case STALE -> !onStale;
      case INVALID, FAILED -> false;
    };
  }
}
