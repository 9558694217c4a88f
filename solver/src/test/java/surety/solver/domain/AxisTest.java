package surety.solver.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;

class AxisTest {
  private static Axis axis(String distribution) {
    return new Axis(Marginal.of(Distribution.parse(distribution)));
  }

  @Test
  void boundedAxesAreNotCutOff() {
    Axis axis = axis("normal(0, 1) on [-3, 3]");
    assertEquals(new Truncation(0, 0), axis.truncation());
    assertEquals(0, axis.whole().logMass(), 1e-12);
    assertEquals(axis.whole().lower(), axis.bulk()[0]);
  }

  @Test
  void unboundedEndsAreFarOut() {
    Axis normal = axis("normal(5, 2)");
    assertEquals(normal.whole().lower(), normal.truncation().lower());
    assertTrue(normal.truncation().lower() <= -45 && normal.truncation().upper() >= 45);
    assertTrue(normal.bulk()[0] > -6 && normal.bulk()[1] < 6);
    Axis exponential = axis("exponential(3)");
    assertEquals(0, exponential.whole().lower());
    assertEquals(0, exponential.bulk()[0]);
    assertTrue(exponential.bulk()[1] > 5 && exponential.bulk()[1] < 20);
  }
}
