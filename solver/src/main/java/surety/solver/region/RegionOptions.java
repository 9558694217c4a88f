package surety.solver.region;

/**
 * How far an enumeration goes.
 *
 * @param maxRegions it gives up when there are more
 * @param threads how many threads work; makes no difference to the certificate
 */
public record RegionOptions(long maxRegions, int threads) {
  /** Refuses what nothing could keep. */
  public RegionOptions {
    if (maxRegions < 1) {
      throw new IllegalArgumentException("a support has at least one region, not " + maxRegions);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("an enumeration needs a thread, not " + threads);
    }
  }
}
