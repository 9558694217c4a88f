package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.solver.Networks;
import surety.solver.domain.Axis;
import surety.solver.domain.Log2;

class DensityPartitionTest {
  private static final Objective BAND = new BandObjective(new double[] {-1, 1});

  private static List<Axis> axes(String... distributions) {
    return java.util.Arrays.stream(distributions)
        .map(text -> new Axis(Marginal.of(Distribution.parse(text))))
        .toList();
  }

  private static DensityPartition plan(Objective objective, double gap, String... distributions) {
    PlainNetwork sum =
        Cases.plain(Networks.linear(0, distributions.length == 1 ? one(1) : one(1, 1)));
    return DensityPlan.choose(axes(distributions), sum, objective, gap, 60, 1 << 20, () -> false)
        .partition();
  }

  private static double[] one(double... weights) {
    return weights;
  }

  @Test
  void polynomialsNeedNoCut() {
    assertEquals(1, plan(BAND, 1e-9, "uniform(0, 1)", "uniform(2, 5)").boxes());
    assertEquals(1, plan(BAND, 1e-9, "beta(2, 2)", "beta(3, 2)").boxes());
  }

  @Test
  void knotsAreCut() {
    assertEquals(2, plan(BAND, 1e-9, "triangular(0, 1/3, 1)").boxes());
    assertEquals(
        6,
        plan(BAND, 1e-9, "histogram([0, 1/3, 1/2, 1], [1/4, 1/4, 1/2])", "triangular(0, 1/3, 1)")
            .boxes());
  }

  @Test
  void smoothDensitiesAreCutUntilTheyCostLessThanAsked() {
    for (double gap : new double[] {1e-3, 1e-6, 1e-10}) {
      DensityPartition partition = plan(BAND, gap, "normal(0, 1)", "gamma(5/2, 1)");
      assertTrue(partition.logError() <= Log2.of(gap));
      assertTrue(partition.boxes() > 1);
    }
  }

  /** The square of a number around 1000 is worth a million times what a probability is. */
  @Test
  void whatIsWorthMoreNeedsCloserEnclosures() {
    Objective square = new ProductObjective(0, 1000, 0, 1000);
    DensityPartition partition = plan(square, 1e-2, "normal(0, 1)");
    assertTrue(partition.logError() <= Log2.of(1e-2));
    double ofMass = partition.items().stream().mapToDouble(DensityPartitionTest::massError).sum();
    assertTrue(ofMass < 1e-7, () -> "" + ofMass);
  }

  private static double massError(DensityPartition.Item item) {
    return Log2.power(item.box().logMass()) * Math.min(1, item.relativeError());
  }

  @Test
  void rareEventsAreCutRelativeToTheirProbability() {
    DensityPartition partition = plan(new ThresholdObjective(-40.3, true), 1e-10, "normal(0, 1)");
    assertTrue(partition.logUpper() < -1160);
    assertTrue(partition.logError() <= partition.logUpper() + Log2.of(1e-9));
  }

  @Test
  void decidedBoxesNeedNoPolynomial() {
    DensityPartition partition = plan(new ThresholdObjective(0, true), 1e-10, "normal(0, 1)");
    assertEquals(0, partition.boxes());
    assertEquals(-1, partition.logTrue(), 1e-12);
    assertEquals(2, partition.decided());
  }

  /** A cdf does not depend on how the mass is spread beyond all of its thresholds. */
  @Test
  void norDoBoxesBeyondTheThresholdsOfABand() {
    Objective near = new BandObjective(new double[] {-1.25, -1});
    DensityPartition partition = plan(near, 1e-10, "normal(0, 1) on [-2, 2]");
    assertTrue(partition.boxes() > 0);
    partition.items().forEach(item -> assertTrue(item.box().sides().get(0).upper() <= -0.5));
  }

  /** What may be of an event is where it surely is and where it is open. */
  @Test
  void theBoxesInWhichAnEventIsPossibleHoldItsProbability() {
    DensityPartition partition = plan(new ThresholdObjective(0.3, true), 1e-9, "normal(0, 1)");
    double mass = partition.possible().stream().mapToDouble(BoxNode::mass).sum();
    assertEquals(0.6179114221889526, mass, 1e-3);
    Objective never = new ThresholdObjective(-1, true);
    assertEquals(List.of(), plan(never, 1e-9, "uniform(0, 1)").possible());
  }

  /** Where the condition fails, and where it holds and all thresholds are on one side. */
  @Test
  void neitherDoBoxesInWhichAConditionalCdfIsDecided() {
    JointCdf.Axis axis = new JointCdf.Axis(0, true, new double[] {-1.25, 0.5}, 0);
    PlainEvent impossible = Cases.and(Cases.not(Cases.atMost(0, 1)), Cases.atMost(0, 0.5));
    assertEquals(
        0, plan(new JointCdf(List.of(axis), impossible), 1e-10, "normal(0, 1) on [-2, 2]").boxes());
    PlainEvent rare = Cases.atMost(0, -1);
    DensityPartition partition =
        plan(new JointCdf(List.of(axis), rare), 1e-10, "normal(0, 1) on [-2, 2]");
    assertTrue(partition.boxes() > 0);
    partition.items().forEach(item -> assertTrue(item.box().sides().get(0).upper() <= -1));
  }

  @Test
  void boxesAreNoMoreThanTheCellsAllow() {
    PlainNetwork sum = Cases.plain(Networks.linear(0, 1, 1, 1));
    List<Axis> axes = axes("beta(11/4, 3)", "normal(0, 1) on [-2, 1]", "beta(11/4, 3)");
    for (long most : new long[] {1, 6, 60, 600}) {
      long boxes =
          DensityPlan.choose(axes, sum, BAND, 1e-9, 60, most, () -> false).partition().boxes();
      assertEquals(Math.max(1, most / 6), boxes, "for six simplices each");
    }
  }

  @Test
  void stopsWhenAsked() {
    PlainNetwork identity = Cases.plain(Networks.linear(0, 1));
    DensityPartition partition =
        DensityPlan.choose(axes("normal(0, 1)"), identity, BAND, 1e-12, 60, 1 << 20, () -> true)
            .partition();
    assertEquals(1, partition.boxes());
  }
}
