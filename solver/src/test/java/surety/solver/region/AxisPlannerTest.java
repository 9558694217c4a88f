package surety.solver.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.region.AxisPlan;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

class AxisPlannerTest {
  private static AxisPlan plan(String distribution) {
    List<Marginal> marginals = Collections.nCopies(2, marginal(distribution));
    return plan(marginals, 1, Stop.NEVER);
  }

  private static AxisPlan plan(List<Marginal> marginals, double unit, Stop stop) {
    return AxisPlanner.plan(marginals, AxisPlanner.truncations(marginals), unit, stop).get(0);
  }

  private static Marginal marginal(String distribution) {
    return Marginal.of(Distribution.parse(distribution));
  }

  private static Truncation truncation(String distribution, int inputs) {
    return AxisPlanner.truncations(Collections.nCopies(inputs, marginal(distribution))).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "'uniform(0, 1)', 0",
    "'beta(2, 2)', 2",
    "'beta(3, 2)', 3",
    "'triangular(0, 1/3, 1)', 1",
    "'histogram([0, 1, 3], [1/2, 1/2])', 0"
  })
  void polynomialsAreExactWithoutCuts(String distribution, int degree) {
    assertEquals(new AxisPlan(degree, List.of()), plan(distribution));
  }

  @Test
  void othersAreCutWhereTheyAreSteep() {
    AxisPlan plan = plan("normal(0, 1)");
    assertTrue(plan.degree() > 2);
    assertTrue(plan.cuts().size() > 10);
    assertTrue(plan.cuts().stream().filter(cut -> Math.abs(cut) < 8).count() > 10);
    for (int k = 1; k < plan.cuts().size(); k++) {
      assertTrue(plan.cuts().get(k - 1) < plan.cuts().get(k));
    }
  }

  /** A share is the same whatever the weights add up to. */
  @Test
  void gapsAreSharesOfTheWhole() {
    Distribution normal = Distribution.parse("normal(0, 1)");
    for (int exponent : new int[] {-200, -90, 60}) {
      Rational weight = Rational.ofDouble(Math.scalb(1.0, exponent));
      Marginal weighted = Marginal.ofMixture(List.of(normal), List.of(weight));
      assertEquals(
          plan("normal(0, 1)"), plan(List.of(weighted), Math.scalb(1.0, exponent), Stop.NEVER));
    }
  }

  @Test
  void whoWaitsCanStop() {
    int[] asked = {0};
    Stop later = () -> asked[0]++ > 30;
    List<Marginal> normal = List.of(marginal("normal(0, 1)"));
    assertThrows(StoppedException.class, () -> plan(normal, 1, later));
  }

  @Test
  void onlyUnboundedEndsAreTruncated() {
    assertEquals(new Truncation(0, 0), truncation("uniform(3, 4)", 1));
    Truncation half = truncation("exponential(1)", 1);
    assertEquals(0, half.lower());
    assertTrue(half.upper() > 700);
  }

  @Test
  void manyInputsAreCutOffWhereNextToNothingIsLeft() {
    assertTrue(truncation("normal(0, 1)", 2).upper() > 60);
    Truncation three = truncation("normal(0, 1)", 3);
    assertTrue(three.upper() > 8 && three.upper() < 10, three::toString);
    assertEquals(-three.upper(), three.lower());
    double rest = marginal("normal(0, 1)").tailAbove(three.upper()).toInterval().upper();
    assertTrue(rest > 0 && rest <= 1e-16);
    assertTrue(truncation("gamma(2, 3)", 4).upper() < 50);
  }
}
