package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.rejection.RejectedException;

class AxisCellTest {
  private static List<AxisCell> cells(String distribution, int degree, Double... cuts)
      throws RejectedException {
    Marginal marginal = Marginal.of(Distribution.parse(distribution));
    return AxisCell.of(
        marginal,
        marginal.exact().lower().orElseThrow(),
        marginal.exact().upper().orElseThrow(),
        new AxisPlan(degree, List.of(cuts)));
  }

  @Test
  void endAtCutsAndKnots() throws RejectedException {
    List<AxisCell> cells = cells("histogram([0, 1/3, 1], [1/4, 3/4])", 0, 0.5);
    assertEquals(3, cells.size());
    List<String> ends = cells.stream().map(c -> c.lower() + " " + c.upper()).toList();
    assertEquals(List.of("0 1/3", "1/3 1/2", "1/2 1"), ends);
    assertEquals(0.75, cells.get(0).densities().get(0).coefficients()[0], 1e-15);
    assertEquals(1.125, cells.get(1).densities().get(0).coefficients()[0], 1e-15);
    assertEquals(1.125, cells.get(2).densities().get(0).coefficients()[0], 1e-15);
  }

  @Test
  void cutsOutsideOrAtAnEndCutNothing() throws RejectedException {
    assertEquals(1, cells("uniform(0, 1)", 0, -1.0, 0.0, 1.0, 7.0).size());
    assertEquals(2, cells("triangular(0, 1/2, 1)", 1, 0.5).size());
  }

  @Test
  void adviceThatMakesNoSenseIsRefused() {
    assertThrows(RejectedException.class, () -> cells("uniform(0, 1)", -1));
    assertThrows(RejectedException.class, () -> cells("uniform(0, 1)", 1000));
    assertThrows(RejectedException.class, () -> cells("uniform(0, 1)", 1, Double.NaN));
  }
}
