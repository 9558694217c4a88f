package surety.solver.region;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.ExactSum;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.Region;
import surety.certificates.region.RegionProblem;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.QuantityClaim;

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
  public static List<Enclosure> of(RegionResult result, Claim claim, List<Rational> thresholds)
      throws RejectedException {
    if (!result.complete()) {
      throw new IllegalArgumentException("a band needs all regions");
    }
    if (!answers(claim)) {
      throw new IllegalArgumentException("regions answer claims about one form of the outputs");
    }
    if (claim instanceof BandClaim band) {
      return below(result, band.forms().get(0), thresholds, true);
    }
    Atom atom = ((QuantityClaim) claim).atom().orElseThrow();
    boolean above = !atom.comparison().isBelow();
    // form > t is what is left of form <= t
    boolean counts = atom.comparison().includesEqual() != above;
    List<Enclosure> below = below(result, atom.form(), List.of(atom.threshold()), counts);
    return above ? below.stream().map(Enclosure.ONE::minus).toList() : below;
  }

  /** Whether a claim is one about one form of the outputs alone. */
  public static boolean answers(Claim claim) {
    boolean isOne =
        claim instanceof BandClaim band
            ? band.given().isEmpty() && band.forms().size() == 1
            : claim instanceof QuantityClaim one && one.atom().isPresent();
    return isOne && claim.allForms().stream().allMatch(form -> form.inputs().isEmpty());
  }

  private static List<Enclosure> below(
      RegionResult result, AffineForm form, List<Rational> thresholds, boolean inclusive)
      throws RejectedException {
    List<ExactSum> lower = new ArrayList<>();
    List<ExactSum> upper = new ArrayList<>();
    thresholds.forEach(t -> lower.add(new ExactSum()));
    thresholds.forEach(t -> upper.add(new ExactSum()));
    for (int b = 0; b < result.branches().size(); b++) {
      RegionProblem problem = result.problems().branch(b);
      for (Region region : result.branches().get(b)) {
        List<Interval> parts =
            problem.below(region.polytope(), region.map(), form, thresholds, inclusive);
        for (int k = 0; k < parts.size(); k++) {
          lower.get(k).add(parts.get(k).lower());
          upper.get(k).add(parts.get(k).upper());
        }
      }
    }
    List<Enclosure> bounds = new ArrayList<>();
    for (int k = 0; k < thresholds.size(); k++) {
      bounds.add(probability(result, lower.get(k).value(), upper.get(k).value()));
    }
    return bounds;
  }

  /** Of what has a mass between two bounds in the regions; nobody knows where the tails belong. */
  private static Enclosure probability(RegionResult result, Dyadic lower, Dyadic upper) {
    Dyadic tails = Dyadic.of(result.tails());
    Enclosure mass = Enclosure.of(lower, upper.plus(tails));
    if (!result.statement().law().isNormalised()) {
      ExactSum least = new ExactSum();
      ExactSum most = new ExactSum();
      result.regions().forEach(region -> least.add(region.probability().lower()));
      result.regions().forEach(region -> most.add(region.probability().upper()));
      Dyadic rest = least.value().minus(upper);
      Enclosure others =
          Enclosure.of(
              rest.signum() < 0 ? Dyadic.ZERO : rest, most.value().minus(lower).plus(tails));
      return Enclosure.share(mass, others);
    }
    Dyadic top = mass.upper().dyadic().roundUp();
    return Enclosure.of(lower.roundDown(), top.compareTo(Dyadic.ONE) > 0 ? Dyadic.ONE : top);
  }

  /** Whether two enclosures of the same probability have a point in common, as they must. */
  public static boolean agree(Enclosure one, Enclosure other) {
    return one.lower().compareTo(other.upper()) <= 0 && other.lower().compareTo(one.upper()) <= 0;
  }
}
