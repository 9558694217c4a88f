package surety.solver.region;

/**
 * A glimpse of a running enumeration.
 *
 * @param regions found so far
 * @param queries that Z3 has answered
 * @param mass of the regions found so far, a lower bound up to the rounding of a sum of doubles
 * @param seconds since the start
 */
public record RegionProgress(long regions, long queries, double mass, double seconds) {
  /** Hears about an enumeration, from any of its threads. */
  @FunctionalInterface
  public interface Listener {
    /** Called after each region, so it should return soon. */
    void progressed(RegionProgress progress);
  }
}
