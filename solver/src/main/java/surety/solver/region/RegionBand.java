package surety.solver.region;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.ExactSum;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.PointBounds;
import surety.certificates.region.Region;
import surety.certificates.region.RegionException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Claim;
import surety.certificates.statement.ProbabilityClaim;

/**
 * What the regions say of a claim: in each, the network is affine, so the part below a threshold is
 * a polytope's part below a hyperplane, and is integrated over the region's triangulation.
 */
public final class RegionBand {
  private RegionBand() {}

  /**
   * Guaranteed bounds at each threshold, of the event's probability or of the cdf.
   *
   * @param result a complete enumeration for the claim's network and inputs
   * @param thresholds of the claim
   */
  public static List<PointBounds> of(RegionResult result, Claim claim, List<Rational> thresholds)
      throws RegionException {
    if (!result.complete()) {
      throw new IllegalArgumentException("a band needs all regions");
    }
    boolean above = claim instanceof ProbabilityClaim p && !p.event().comparison().isBelow();
    boolean counts =
        !(claim instanceof ProbabilityClaim p) || p.event().comparison().includesEqual();
    // form > t is what is left of form <= t
    List<PointBounds> below =
        below(result, claim.affineForm(), thresholds, above ? !counts : counts);
    return above ? below.stream().map(RegionBand::complement).toList() : below;
  }

  private static PointBounds complement(PointBounds below) {
    return new PointBounds(
        below.threshold(),
        Dyadic.ONE.minus(below.upper()).roundDown(),
        Dyadic.ONE.minus(below.lower()).roundUp());
  }

  private static List<PointBounds> below(
      RegionResult result, AffineForm form, List<Rational> thresholds, boolean inclusive)
      throws RegionException {
    List<ExactSum> lower = new ArrayList<>();
    List<ExactSum> upper = new ArrayList<>();
    for (int k = 0; k < thresholds.size(); k++) {
      lower.add(new ExactSum());
      upper.add(new ExactSum());
      upper.get(k).add(result.problem().tails());
    }
    for (Region region : result.regions()) {
      List<Interval> parts =
          result.problem().below(region.polytope(), region.map(), form, thresholds, inclusive);
      for (int k = 0; k < parts.size(); k++) {
        lower.get(k).add(parts.get(k).lower());
        upper.get(k).add(parts.get(k).upper());
      }
    }
    List<PointBounds> points = new ArrayList<>();
    for (int k = 0; k < thresholds.size(); k++) {
      Dyadic top = upper.get(k).value().roundUp();
      points.add(
          new PointBounds(
              thresholds.get(k),
              lower.get(k).value().roundDown(),
              top.compareTo(Dyadic.ONE) > 0 ? Dyadic.ONE : top));
    }
    return points;
  }

  /** Whether two enclosures of the same probability have a point in common, as they must. */
  public static boolean agree(PointBounds one, PointBounds other) {
    return one.lower().compareTo(other.upper()) <= 0 && other.lower().compareTo(one.upper()) <= 0;
  }
}
