package surety.solver.support;

/**
 * How far a search for a support goes.
 *
 * @param missing the probability that may be missing
 * @param maxPatterns it stops when so many are listed
 * @param seconds it stops after that time; may be infinite
 */
public record SupportOptions(double missing, long maxPatterns, double seconds) {
  /** Refuses what nothing could keep. */
  public SupportOptions {
    if (!(missing >= 0 && missing <= 1)) {
      throw new IllegalArgumentException("a missing probability is from 0 to 1, not " + missing);
    }
    if (maxPatterns < 1) {
      throw new IllegalArgumentException("a support has at least one pattern, not " + maxPatterns);
    }
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("a search needs some time, not " + seconds + " s");
    }
  }
}
