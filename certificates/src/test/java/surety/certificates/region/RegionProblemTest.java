package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.certificates.region.HalfSpaceTest.half;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.activation.Tanh;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.cell.Truncation;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;

class RegionProblemTest {
  private static Network identity(int n) {
    double[][] sum = new double[1][n];
    Arrays.fill(sum[0], 1);
    return Network.chain(n, List.of(AffineLayer.of(sum, new double[1])));
  }

  private static RegionProblem problem(String... inputs) throws RejectedException {
    return RegionNetworks.problem(identity(inputs.length), inputs);
  }

  private static void assertTight(Rational exact, Interval bounds, double width) {
    assertTrue(bounds.contains(exact), () -> bounds + " misses " + exact);
    assertTrue(bounds.width() <= width, bounds::toString);
  }

  /** P(x + y > 1) in closed form. */
  @ParameterizedTest
  @CsvSource({
    "'uniform(0, 1)', 'uniform(0, 1)', 1/2",
    "'beta(2, 2)', 'beta(2, 2)', 1/2",
    "'beta(2, 1)', 'uniform(0, 1)', 2/3",
    "'beta(3, 1)', 'uniform(0, 1)', 3/4",
    "'triangular(0, 1/2, 1)', 'uniform(0, 1)', 1/2",
    "'histogram([0, 1/3, 1], [1/4, 3/4])', 'uniform(0, 1)', 13/24",
    "'uniform(1/3, 2/3)', 'uniform(1/3, 2/3)', 1/2",
    "'beta(2, 1) on [1/2, 1]', 'uniform(0, 1)', 7/9"
  })
  void probabilitiesOfHalfASquare(String x, String y, String exact) throws RejectedException {
    RegionProblem problem = problem(x, y);
    Polytope part = problem.box().clip(half(-1, 1, 1)).orElseThrow();
    assertTight(Rational.parse(exact), problem.probability(part), 1e-12);
    Polytope rest = problem.box().clip(half(1, -1, -1)).orElseThrow();
    assertTight(Rational.ONE.minus(Rational.parse(exact)), problem.probability(rest), 1e-12);
    assertTight(Rational.ONE, problem.probability(problem.box()), 1e-12);
  }

  @Test
  void tailsCountAbove() throws RejectedException {
    List<Double> cuts = new ArrayList<>();
    for (int k = -31; k < 32; k++) {
      cuts.add(k / 4.0);
    }
    RegionProblem problem =
        RegionProblem.of(
            Law.independent(Statements.inputs("normal(3, 2)")).branches().get(0),
            identity(1),
            List.of(new Truncation(-8, 8)),
            List.of(new AxisPlan(12, cuts)),
            Stop.NEVER);
    assertTrue(problem.tails() > 0 && problem.tails() < 1e-14);
    Interval half = problem.probability(problem.box().clip(half(-3, 1)).orElseThrow());
    assertTight(Rational.of(1, 2), half, 1e-12);
    assertTrue(half.upper() >= 0.5 + problem.tails());
  }

  /** relu(x - 1/2) has an atom of mass 1/2 at 0, and is uniform above it. */
  @ParameterizedTest
  @CsvSource({
    "-1e-400, true, 0",
    "0, false, 0",
    "0, true, 1/2",
    "1e-400, false, 1/2",
    "1/4, true, 3/4",
    "1/4, false, 3/4",
    "1/2, false, 1",
    "1/2, true, 1",
    "2, true, 1"
  })
  void theCdfOverRegionsKnowsAtoms(String threshold, boolean inclusive, String exact)
      throws RejectedException {
    Network network = RegionNetworks.layer(Activation.RELU, new double[][] {{1}}, -0.5);
    RegionProblem problem = RegionNetworks.problem(network, "uniform(0, 1)");
    double lower = 0;
    double upper = 0;
    for (boolean above : new boolean[] {false, true}) {
      Prefix leaf = problem.root().decided(above, true);
      HalfSpace side = above ? problem.root().above() : problem.root().below();
      Interval below =
          problem
              .below(
                  problem.box().clip(side).orElseThrow(),
                  leaf.outputs(),
                  Statements.form("1"),
                  List.of(Rational.parse(threshold)),
                  inclusive)
              .get(0);
      lower += below.lower();
      upper += below.upper();
    }
    assertTrue(lower <= Rational.parse(exact).doubleCeiling());
    assertTrue(upper >= Rational.parse(exact).doubleFloor());
    assertEquals(lower, upper, 1e-12);
  }

  private static String refusal(
      Network network, List<Truncation> truncations, List<AxisPlan> plans, String... inputs) {
    Law.Branch branch = Law.independent(Statements.inputs(inputs)).branches().get(0);
    return assertThrows(
            RejectedException.class,
            () -> RegionProblem.of(branch, network, truncations, plans, Stop.NEVER))
        .getMessage();
  }

  private static void assertRefused(String reason, String message) {
    assertTrue(message.contains(reason), message);
  }

  private static final List<Truncation> ONE = List.of(new Truncation(-8, 8));
  private static final List<AxisPlan> PLAN = List.of(RegionNetworks.PLAN);

  /** Its only flaw is a division by the root of 2. */
  private static Network root() {
    RealNumber half = RealNumber.ONE.dividedBy(RealNumber.of(2).sqrt());
    return RegionNetworks.layer(new Scaling(half, RealNumber.ONE), new double[][] {{1}}, 0);
  }

  @Test
  void whatHasNoRegionsIsRefused() {
    Network tanh = RegionNetworks.layer(new Tanh(), new double[][] {{1}}, 0);
    assertRefused("tanh", refusal(tanh, ONE, PLAN, "uniform(0, 1)"));
    String says = refusal(root(), ONE, PLAN, "uniform(0, 1)");
    assertRefused("not known as a fraction ([0.70710678118654", says);
    assertRefused("the root in a BatchNormalization", says);
    assertFalse(says.contains("piecewise linear") || says.contains("relu bounding"), says);
    String[] nine = Collections.nCopies(9, "uniform(0, 1)").toArray(new String[0]);
    assertRefused(
        "more than 8",
        refusal(
            identity(9),
            Collections.nCopies(9, new Truncation(0, 0)),
            Collections.nCopies(9, RegionNetworks.PLAN),
            nine));
    assertRefused("2 inputs", refusal(identity(2), ONE, PLAN, "uniform(0, 1)"));
  }

  @Test
  void adviceThatDoesNotFitIsRefused() {
    assertRefused("truncations", refusal(identity(1), List.of(), PLAN, "uniform(0, 1)"));
    assertRefused("plans", refusal(identity(1), ONE, List.of(), "uniform(0, 1)"));
    assertRefused(
        "truncated to nothing",
        refusal(identity(1), List.of(new Truncation(1, -1)), PLAN, "normal(0, 1)"));
    assertRefused(
        "finite",
        refusal(
            identity(1),
            List.of(new Truncation(0, Double.POSITIVE_INFINITY)),
            PLAN,
            "normal(0, 1)"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void cutsAreFinite(double cut) {
    List<AxisPlan> plans = List.of(new AxisPlan(1, List.of(cut)));
    assertRefused("finite", refusal(identity(1), ONE, plans, "uniform(0, 1)"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 41, Integer.MAX_VALUE})
  void degreesAreLimited(int degree) {
    List<AxisPlan> plans = List.of(new AxisPlan(degree, List.of()));
    assertRefused("degree", refusal(identity(1), ONE, plans, "uniform(0, 1)"));
  }

  @Test
  void theDensitysCellsAreLimited() {
    List<Double> cuts = new ArrayList<>();
    for (int k = 1; k < 300; k++) {
      cuts.add(k / 300.0);
    }
    AxisPlan plan = new AxisPlan(0, cuts);
    List<Truncation> none = Collections.nCopies(2, new Truncation(0, 0));
    assertRefused(
        "cells", refusal(identity(2), none, List.of(plan, plan), "uniform(0, 1)", "uniform(0, 1)"));
  }
}
