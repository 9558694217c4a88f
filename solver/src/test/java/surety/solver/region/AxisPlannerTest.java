package surety.solver.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.region.AxisPlan;

class AxisPlannerTest {
  private static AxisPlan plan(String distribution) {
    Marginal marginal = Marginal.of(Distribution.parse(distribution));
    return AxisPlanner.plan(
            List.of(marginal, marginal),
            List.of(AxisPlanner.truncation(marginal), AxisPlanner.truncation(marginal)))
        .get(0);
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

  @Test
  void onlyUnboundedEndsAreTruncated() {
    assertEquals(
        new Truncation(0, 0),
        AxisPlanner.truncation(Marginal.of(Distribution.parse("uniform(3, 4)"))));
    Truncation half = AxisPlanner.truncation(Marginal.of(Distribution.parse("exponential(1)")));
    assertEquals(0, half.lower());
    assertTrue(half.upper() > 700);
  }
}
