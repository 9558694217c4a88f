package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class FlooredTest {
  @Test
  void isTheFunctionItselfFromTheFloorOn() {
    Floored f = new Floored(Activation.LOG, 0.5);
    for (double x = 0.5; x < 9; x += 0.37) {
      assertEquals(Activation.LOG.enclose(x), f.enclose(x));
      assertEquals(f.enclose(0.5), f.enclose(0.5 - x));
    }
  }

  @Test
  void itsSteepestSlopeIsAtTheFloor() {
    assertEquals(4, new Floored(Activation.RECIPROCAL, 0.5).greatestSlope());
    assertEquals(2, new Floored(Activation.LOG, 0.5).greatestSlope());
    assertEquals(0.25, new Floored(Activation.SQRT, 4).greatestSlope());
    assertEquals(Double.POSITIVE_INFINITY, new Floored(Activation.SQRT, 0).greatestSlope());
  }

  @Test
  void anInfiniteEndBelowTheFloorIsConstant() {
    Interval below = Interval.of(Double.NEGATIVE_INFINITY, 0.25);
    assertEquals(Interval.of(2), new Floored(Activation.RECIPROCAL, 0.5).enclose(below));
    assertEquals(Interval.ZERO, new Floored(Activation.SQRT, 0).enclose(Interval.of(-7, -1)));
  }

  @Test
  void otherFunctionsAndFloorsAreRefused() {
    refused(Activation.RECIPROCAL, 0);
    refused(Activation.RECIPROCAL, -0.0);
    refused(Activation.RECIPROCAL, -1);
    refused(Activation.LOG, 0);
    refused(Activation.SQRT, -Double.MIN_VALUE);
    refused(Activation.SQRT, Double.NaN);
    refused(Activation.SQRT, Double.POSITIVE_INFINITY);
    refused(Activation.EXP, 1);
    refused(Activation.SQUARE, 1);
    refused(new Floored(Activation.LOG, 1), 2);
  }

  private static void refused(Activation function, double floor) {
    assertThrows(IllegalArgumentException.class, () -> new Floored(function, floor));
  }
}
