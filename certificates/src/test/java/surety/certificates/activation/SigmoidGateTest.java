package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class SigmoidGateTest {
  private static final double INFLECTION = 2.3993572805154675;
  private static final double LOWEST = -1.278464542761074;

  private static SigmoidGate silu(double inflection, double lowest) {
    return new SigmoidGate("silu", Interval.ONE, Interval.ZERO, inflection, lowest);
  }

  @Test
  void pointsThatAreNotProvenAreRefused() {
    assertDoesNotThrow(() -> silu(INFLECTION, LOWEST));
    for (double inflection : new double[] {1, 2.3, INFLECTION - 1e-9, INFLECTION + 1e-9, 2.5, 30}) {
      assertThrows(
          IllegalArgumentException.class, () -> silu(inflection, LOWEST), () -> "" + inflection);
    }
    for (double lowest : new double[] {-2, LOWEST - 1e-9, LOWEST + 1e-9, 0, 1}) {
      assertThrows(
          IllegalArgumentException.class, () -> silu(INFLECTION, lowest), () -> "" + lowest);
    }
  }

  /** Next to the inflection point, where the second derivative changes its sign. */
  @Test
  void sectionsBendAtMostAsTheySay() {
    for (SigmoidGate f : new SigmoidGate[] {SigmoidGate.silu(), SigmoidGate.approximateGelu()}) {
      assertEquals(5, f.sections().size());
      for (int k : new int[] {1, 3}) {
        Section section = f.sections().get(k);
        assertEquals(Curvature.EITHER, section.curvature());
        assertTrue(section.bend() > 0.1 && section.bend() < 20, f.name() + section.bend());
        double at = section.from();
        double step = 1e-3;
        double second = (f.apply(at + step) - 2 * f.apply(at) + f.apply(at - step)) / (step * step);
        assertTrue(Math.abs(second) <= section.bend(), f.name() + second);
      }
      Section middle = f.sections().get(2);
      assertTrue(f.greatestSlope() >= f.encloseSlope(middle, middle.to()).upper());
      assertTrue(f.greatestSlope() < 1.2, f.name());
    }
  }

  @Test
  void plainValuesAndSlopes() {
    SigmoidGate silu = SigmoidGate.silu();
    assertEquals(2 / (1 + Math.exp(-2)), silu.apply(2), 1e-15);
    assertEquals(1, silu.slope(60));
    assertEquals(0, silu.slope(-60));
    assertEquals(0.5, silu.slope(0));
    assertEquals(0.8411919906, SigmoidGate.approximateGelu().apply(1), 1e-9);
    double step = 1e-6;
    SigmoidGate gelu = SigmoidGate.approximateGelu();
    assertEquals((gelu.apply(1 + step) - gelu.apply(1 - step)) / (2 * step), gelu.slope(1), 1e-8);
  }
}
