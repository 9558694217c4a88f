package surety.solver.region;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.region.Region;
import surety.certificates.region.RegionProblem;

/**
 * What an enumeration found.
 *
 * @param problem what was enumerated
 * @param regions all of them, in the order of the tree; those found so far if it was stopped
 * @param complete whether these are all; it was stopped or there are too many, if not
 * @param total encloses the probability that the regions cover
 * @param queries how many polytopes were decided: whether they have inner points
 * @param infeasible how many of them had no inner points
 * @param seconds altogether
 * @param certificate its bytes; none unless complete
 */
@SuppressWarnings("ArrayRecordComponent") // a certificate is bytes, and nobody compares results
public record RegionResult(
    RegionProblem problem,
    List<Region> regions,
    boolean complete,
    Interval total,
    long queries,
    long infeasible,
    double seconds,
    byte[] certificate) {
  /** Keeps its own list; the bytes are shared, for they may be many. */
  public RegionResult {
    regions = List.copyOf(regions);
  }
}
