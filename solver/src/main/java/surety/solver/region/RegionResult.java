package surety.solver.region;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.region.PatternProbabilities;
import surety.certificates.region.Region;
import surety.certificates.region.RegionProblems;
import surety.certificates.statement.RegionStatement;

/**
 * What an enumeration found.
 *
 * @param statement what was enumerated
 * @param problems its branches
 * @param branches for each of them its regions, in the order of the tree; those found so far if it
 *     was stopped
 * @param patterns of the regions of all branches, with their probabilities
 * @param complete whether these are all; it was stopped or there are too many, if not
 * @param total encloses the probability that the regions cover
 * @param tails a bound of the mass outside of the boxes in which regions were enumerated, of those
 *     branches that were reached
 * @param queries how many polytopes were decided: whether they have inner points
 * @param infeasible how many of them had no inner points
 * @param seconds altogether
 * @param certificate its bytes; none unless complete
 */
@SuppressWarnings("ArrayRecordComponent") // a certificate is bytes, and nobody compares results
public record RegionResult(
    RegionStatement statement,
    RegionProblems problems,
    List<List<Region>> branches,
    List<PatternProbabilities.Entry> patterns,
    boolean complete,
    Interval total,
    double tails,
    long queries,
    long infeasible,
    double seconds,
    byte[] certificate) {
  /** Keeps its own lists; the bytes are shared, for they may be many. */
  public RegionResult {
    branches = branches.stream().map(List::copyOf).toList();
    patterns = List.copyOf(patterns);
  }

  /** The regions of all branches. */
  public List<Region> regions() {
    return branches.stream().flatMap(List::stream).toList();
  }

  /** A bound of the probability outside of the boxes of the branches that were reached. */
  public double outside() {
    return statement.law().isNormalised() ? tails : Rounding.subtractUp(1, total.lower());
  }
}
