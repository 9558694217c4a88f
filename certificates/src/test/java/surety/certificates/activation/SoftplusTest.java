package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class SoftplusTest {
  private static final Activation F = Activation.SOFTPLUS;

  @Test
  void isAboveReluEverywhere() {
    for (double x = -800; x < 800; x += 0.7) {
      assertTrue(F.enclose(x).lower() >= Math.max(x, 0));
      assertTrue(F.enclose(x).upper() > Math.max(x, 0));
    }
  }

  @Test
  void isTheLogarithmOfTwoAtZero() {
    assertTrue(F.enclose(-0.0).contains(0.6931471805599453));
    assertTrue(F.enclose(0).width() < 1e-15);
  }

  @Test
  void isJustAboveTheLargestDouble() {
    assertEquals(
        Interval.of(Double.MAX_VALUE, Double.POSITIVE_INFINITY), F.enclose(Double.MAX_VALUE));
    assertEquals(Double.MAX_VALUE, F.apply(Double.MAX_VALUE));
  }

  @Test
  void itsSlopeIsTheSigmoid() {
    Section line = F.sections().get(0);
    assertEquals(1, F.sections().size());
    for (double x = -800; x < 800; x += 7.7) {
      assertEquals(Activation.SIGMOID.enclose(x), F.encloseSlope(line, x));
    }
  }
}
