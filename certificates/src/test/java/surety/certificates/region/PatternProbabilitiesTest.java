package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;

class PatternProbabilitiesTest {
  private static final Law NORMALISED = law("1/4", "3/4", "0");
  private static final Law OTHER = law("1", "2", "1/2");

  private static Law law(String first, String second, String rest) {
    return RegionNetworks.law(
        """
        inputs 1
        branches 2 rest %s
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        %s: uniform(-1, 1)
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        %s: uniform(-1, 1)
        """
            .formatted(rest, first, second));
  }

  /** Regions of the sign of an input, with the bounds that are given. */
  private static List<Region> regions(double... bounds) throws RejectedException {
    RegionProblem problem =
        RegionNetworks.problem(
            RegionNetworks.layer(Activation.RELU, new double[][] {{1}}, 0), "uniform(-1, 1)");
    List<Region> regions = new ArrayList<>();
    for (int k = 0; 2 * k < bounds.length; k++) {
      Prefix prefix = problem.root().decided(k == 1, true);
      Polytope polytope =
          problem
              .box()
              .clip(k == 1 ? problem.root().above() : problem.root().below())
              .orElseThrow();
      regions.add(
          new Region(
              prefix,
              polytope,
              NaiveTree.centroid(polytope),
              new Interval(bounds[2 * k], bounds[2 * k + 1])));
    }
    return regions;
  }

  private static PatternProbabilities.Entry entry(String pattern, int regions, double l, double u) {
    return new PatternProbabilities.Entry(pattern, regions, new Interval(l, u));
  }

  @Test
  void oneBranchIsAsItIs() throws RejectedException {
    PatternProbabilities sums = new PatternProbabilities(NORMALISED);
    sums.add(regions(0.25, 0.5, 0.5, 0.75), 0x1p-60);
    assertEquals(List.of(entry("0", 1, 0.25, 0.5), entry("1", 1, 0.5, 0.75)), sums.entries());
    assertEquals(new Interval(0.75, 1), sums.total());
  }

  /** The upper bounds contain the tails of their own branch. */
  @Test
  void tailsOfOtherBranchesCount() throws RejectedException {
    PatternProbabilities sums = new PatternProbabilities(NORMALISED);
    sums.add(regions(0.125, 0.25), 0.0625);
    sums.add(regions(0.25, 0.375, 0.25, 0.375), 0.03125);
    assertEquals(List.of(entry("0", 2, 0.375, 0.625), entry("1", 1, 0.25, 0.4375)), sums.entries());
  }

  @Test
  void otherMassesAreDividedBy() throws RejectedException {
    PatternProbabilities sums = new PatternProbabilities(OTHER);
    sums.add(regions(0.5, 0.5, 0.5, 0.5), 0);
    sums.add(regions(1, 1, 1, 1), 0);
    // 3/2 of 3, or of 3 and the rest, which may be like it
    assertEquals(1.5 / 3.5, sums.entries().get(0).probability().lower(), 1e-15);
    assertEquals(2 / 3.5, sums.entries().get(0).probability().upper(), 1e-15);
    assertEquals(3 / 3.5, sums.total().lower(), 1e-15);
    assertEquals(1, sums.total().upper());
  }

  @Test
  void nothingKnownIsNothingSaid() throws RejectedException {
    PatternProbabilities sums = new PatternProbabilities(OTHER);
    sums.add(regions(0, 1, 0, 1), 0);
    assertEquals(List.of(entry("0", 1, 0, 1), entry("1", 1, 0, 1)), sums.entries());
    assertEquals(new Interval(0, 1), sums.total());
  }
}
