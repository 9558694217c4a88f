package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class SigmoidTest {
  private static final Activation F = Activation.SIGMOID;

  @Test
  void staysBetweenZeroAndOne() {
    assertEquals(1, F.enclose(Double.MAX_VALUE).upper());
    assertEquals(0, F.enclose(-Double.MAX_VALUE).lower());
    assertTrue(F.enclose(-Double.MAX_VALUE).upper() > 0);
    assertTrue(F.enclose(Double.MAX_VALUE).lower() < 1);
  }

  @Test
  void isOneHalfAtZeroAndOnTheRightSideAround() {
    assertEquals(Interval.of(0.5), F.enclose(-0.0));
    assertEquals(0.5, F.enclose(-Double.MIN_VALUE).upper());
    assertEquals(0.5, F.enclose(Double.MIN_VALUE).lower());
  }

  @Test
  void doesNotCancelForNegativeArguments() {
    Interval value = F.enclose(-700);
    assertTrue(value.lower() > 0);
    assertTrue(value.width() <= 10 * Math.ulp(value.upper()));
  }

  @Test
  void itsSlopeIsOneQuarterAtZeroAndEven() {
    assertEquals(Interval.of(0.25), F.encloseSlope(F.sections().get(0), 0));
    for (double x = 700; x > 0; x /= 3) {
      assertEquals(F.encloseSlope(F.sections().get(0), -x), F.encloseSlope(F.sections().get(1), x));
      assertTrue(F.encloseSlope(F.sections().get(1), x).upper() <= 0.25);
    }
  }
}
