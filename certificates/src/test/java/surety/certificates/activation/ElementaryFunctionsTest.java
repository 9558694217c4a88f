package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class ElementaryFunctionsTest {

  @Test
  void enclosesExponentialsOfNegativeNumbers() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 3000; i++) {
      double x = -Math.scalb(random.nextDouble(1, 2), random.nextInt(-60, 11));
      BigDecimal exact = new BigDecimal(x);
      Interval e = ElementaryFunctions.expOfNonPositive(x);
      Accuracy.assertContains(e, PreciseFunctions.exp(exact), () -> "exp " + x);
      Accuracy.assertContains(
          ElementaryFunctions.expm1OfNonPositive(x),
          PreciseFunctions.expm1(exact),
          () -> "expm1 " + x);
      Interval log = ElementaryFunctions.log1p(e);
      for (double end : new double[] {e.lower(), e.upper()}) {
        Accuracy.assertContains(
            log, PreciseFunctions.log1p(new BigDecimal(end)), () -> "log1p " + end);
      }
    }
  }

  @Test
  void staysInTheRangeOfTheFunction() {
    assertEquals(Interval.ONE, ElementaryFunctions.expOfNonPositive(-0.0));
    assertEquals(1, ElementaryFunctions.expOfNonPositive(-Double.MIN_VALUE).upper());
    assertEquals(Interval.ZERO, ElementaryFunctions.expm1OfNonPositive(0));
    assertEquals(
        Interval.of(-Double.MIN_VALUE, 0),
        ElementaryFunctions.expm1OfNonPositive(-Double.MIN_VALUE));
    assertEquals(-1, ElementaryFunctions.expm1OfNonPositive(-1e300).lower());
    assertEquals(
        Interval.of(0, Double.MIN_VALUE),
        ElementaryFunctions.log1p(Interval.of(0, Double.MIN_VALUE)));
  }

  @Test
  void numbersBeyondTheDoublesStillHaveAPositiveExponential() {
    Interval e = ElementaryFunctions.expOfNonPositive(Double.NEGATIVE_INFINITY);
    assertEquals(0, e.lower());
    assertTrue(e.upper() > 0 && e.upper() < 1e-300);
    assertTrue(ElementaryFunctions.logisticSlope(Double.POSITIVE_INFINITY).upper() > 0);
  }

  @Test
  void stepsOutward() {
    assertEquals(1 + 2 * Math.ulp(1.0), ElementaryFunctions.stepUp(1, 2));
    assertEquals(-Double.MIN_VALUE * 3, ElementaryFunctions.stepDown(0, 3));
    assertEquals(0, ElementaryFunctions.stepUp(-Double.MIN_VALUE, 1) + 0.0); // -0 is as good
  }
}
