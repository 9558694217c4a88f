package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class ErrorFunctionTest {
  private static void assertEncloses(Interval enclosure, BigDecimal exact, double width) {
    Accuracy.assertContains(enclosure, exact, exact::toString);
    assertTrue(enclosure.width() <= width * Math.abs(exact.doubleValue()), enclosure::toString);
  }

  @Test
  void twoOverTheRootOfPiIsBetweenNeighbours() {
    Interval constant = ErrorFunction.TWO_OVER_ROOT_PI;
    assertEquals(Math.nextUp(constant.lower()), constant.upper());
    assertEncloses(constant, PreciseErf.slope(BigDecimal.ZERO), 1e-15);
  }

  /** Also where its complement is tiny, the relative error is of the size of rounding. */
  @Test
  void seriesAndFractionAreBothTight() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 120; i++) {
      double x = random.nextDouble(0, i % 2 == 0 ? 2 : 6);
      BigDecimal exact = new BigDecimal(x);
      assertEncloses(ErrorFunction.erf(x), PreciseErf.value(exact), 2e-14);
      assertEncloses(
          ErrorFunction.gaussian(x),
          PreciseErf.slope(exact)
              .divide(PreciseErf.slope(BigDecimal.ZERO), PreciseFunctions.DIGITS),
          3e-15);
      if (x >= 1) {
        assertEncloses(ErrorFunction.onePlusErf(-x), PreciseErf.onePlus(exact.negate()), 2e-14);
      }
    }
  }

  @Test
  void bothMeetAtTheirBorder() {
    for (double x : new double[] {1, Math.nextDown(1.0), Math.nextUp(1.0), -1}) {
      assertEncloses(ErrorFunction.erf(x), PreciseErf.value(new BigDecimal(x)), 2e-14);
    }
  }

  @Test
  void farOutNothingIsLeft() {
    for (double x : new double[] {27, 40, 1e10, 1e154, 1e300, Double.MAX_VALUE}) {
      assertEquals(Interval.of(Math.nextDown(1.0), 1), ErrorFunction.erf(x));
      assertEquals(0, ErrorFunction.onePlusErf(-x).upper(), 1e-300);
      assertTrue(ErrorFunction.onePlusErf(-x).upper() > 0);
      assertEquals(0, ErrorFunction.gaussian(x).lower(), 1e-300);
    }
    assertEquals(Interval.ZERO, ErrorFunction.erf(0));
    assertEquals(Interval.ONE, ErrorFunction.gaussian(-0.0));
  }
}
