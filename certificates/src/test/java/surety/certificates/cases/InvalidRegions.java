package surety.certificates.cases;

import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.region.FarkasCombination;
import surety.certificates.region.RationalPoint;
import surety.certificates.region.RegionRule;

/** Region certificates that list too little, too much, or show nothing. */
final class InvalidRegions {
  private static final BigInteger ONE = BigInteger.ONE;

  private InvalidRegions() {}

  private static RegionDraft corner() {
    String square = "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 1)";
    return RegionDraft.of(CaseNetworks.CORNER, 0, List.of(), square);
  }

  private static RegionDraft deep() {
    String square = "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 1)";
    return RegionDraft.of(CaseNetworks.DEEP, 0, List.of(), square);
  }

  /** The first rule of a kind becomes what a function makes of it. */
  private static <T extends RegionRule> UnaryOperator<List<RegionRule>> first(
      Class<T> kind, UnaryOperator<RegionRule> change) {
    return rules -> {
      for (int k = 0; k < rules.size(); k++) {
        if (kind.isInstance(rules.get(k))) {
          rules.set(k, change.apply(rules.get(k)));
          return rules;
        }
      }
      throw new AssertionError("no such rule");
    };
  }

  private static RegionRule claiming(RegionRule leaf, double lower, double upper) {
    return new RegionRule.Leaf(((RegionRule.Leaf) leaf).point(), Interval.of(lower, upper));
  }

  static List<Case> all() {
    BigInteger three = BigInteger.valueOf(3);
    RationalPoint above = new RationalPoint(List.of(BigInteger.TWO, BigInteger.TWO), three);
    return List.of(
        corner().changed("regions-count", "\nregions 2\n", "\nregions 1\n", "two; section 6"),
        corner()
            .changing(first(RegionRule.Leaf.class, leaf -> new RegionRule.Hole()))
            .incomplete("regions-hole", "a region is left out; section 6"),
        corner()
            .changing(
                first(
                    RegionRule.Leaf.class,
                    leaf -> new RegionRule.Leaf(above, ((RegionRule.Leaf) leaf).probability())))
            .invalid("regions-point", "the point is in the other region; section 6"),
        corner()
            .changing(first(RegionRule.Leaf.class, leaf -> claiming(leaf, 0, 0.25)))
            .invalid("regions-mass", "the mass is 1/2; section 6"),
        corner()
            .changing(
                rules -> {
                  rules.set(0, new RegionRule.Fixed(false, new FarkasCombination(ONE, List.of())));
                  rules.remove(1);
                  return rules;
                })
            .invalid("regions-left-out", "the side below is not empty; section 6"),
        deep()
            .changing(
                first(
                    RegionRule.Fixed.class,
                    rule -> {
                      RegionRule.Fixed fixed = (RegionRule.Fixed) rule;
                      FarkasCombination proof = fixed.proof();
                      return new RegionRule.Fixed(
                          fixed.aboveIsEmpty(),
                          new FarkasCombination(proof.ofSide().negate(), proof.terms()));
                    }))
            .invalid("regions-combination", "a multiplier is negative; section 6"),
        deep()
            .changing(first(RegionRule.Fixed.class, rule -> new RegionRule.Branch()))
            .invalid("regions-empty-branch", "one side has no inner points; section 6"),
        corner()
            .changing(
                first(
                    RegionRule.Branch.class, rule -> new RegionRule.Leaf(above, Interval.of(0, 1))))
            .invalid("regions-early-leaf", "a neuron is left; section 6"));
  }
}
