package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class TanhTest {
  private static final Activation F = Activation.TANH;

  @Test
  void staysBetweenMinusOneAndOne() {
    assertEquals(1, F.enclose(Double.MAX_VALUE).upper());
    assertEquals(-1, F.enclose(-20).lower());
    assertEquals(Interval.ZERO, F.enclose(-0.0));
  }

  @Test
  void isOddAndNearerToZeroThanItsArgument() {
    for (double x = 30; x > 0; x /= 3) {
      assertEquals(F.enclose(x).negate(), F.enclose(-x));
      assertTrue(F.enclose(x).upper() <= x);
      assertTrue(F.enclose(x).lower() >= 0);
    }
  }

  /** There, 1 - tanh(x)^2 in doubles would be zero. */
  @Test
  void itsSlopeDoesNotVanishForLargeArguments() {
    Section above = F.sections().get(1);
    assertTrue(F.encloseSlope(above, 300).lower() > 1e-262);
    assertTrue(F.slope(-300) > 1e-262);
    assertEquals(0, F.encloseSlope(above, Double.MAX_VALUE).lower());
    assertTrue(F.encloseSlope(above, Double.MAX_VALUE).upper() > 0);
  }

  @Test
  void itsSlopeIsAtMostOneAndOneAtZero() {
    for (Section section : F.sections()) {
      assertEquals(Interval.ONE, F.encloseSlope(section, 0));
    }
    assertEquals(1, F.encloseSlope(F.sections().get(1), 1e-300).upper());
  }
}
