package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ErfGateTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void plainValuesAndSlopes() {
    ErfGate gate = new ErfGate();
    for (double x = -6; x <= 6; x += 0.125) {
      assertEquals(x * (1 + Activation.ERF.apply(x)), gate.apply(x), 1e-14);
      double step = 1e-6;
      double slope = (gate.apply(x + step) - gate.apply(x - step)) / (2 * step);
      assertEquals(slope, gate.slope(x), 1e-8);
    }
  }

  @Test
  void atTheEnds() {
    ErfGate gate = new ErfGate();
    assertEquals(INFINITY, gate.apply(INFINITY));
    assertTrue(Double.isNaN(gate.apply(Double.NaN)));
    assertEquals(2, gate.slope(INFINITY));
    assertEquals(0, gate.slope(-INFINITY));
  }
}
