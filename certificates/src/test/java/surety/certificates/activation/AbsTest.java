package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class AbsTest {

  @Test
  void itsLeastValueIsAtZero() {
    assertEquals(Interval.of(0, 3), Activation.ABS.enclose(Interval.of(-3, 2)));
    assertEquals(Interval.of(2, 3), Activation.ABS.enclose(Interval.of(-3, -2)));
    assertFalse(Activation.ABS.isNonDecreasing());
  }

  @Test
  void dropsTheSign() {
    assertEquals(Rational.of(1, 3), Activation.ABS.applyExactly(Rational.of(-1, 3)));
    assertEquals(Double.MAX_VALUE, Activation.ABS.apply(-Double.MAX_VALUE));
  }

  @Test
  void atItsKinkTheSlopeIsThatOfTheSection() {
    assertEquals(
        Interval.of(-1), Activation.ABS.encloseSlope(Activation.ABS.sections().get(0), -0.0));
    assertEquals(Interval.ONE, Activation.ABS.encloseSlope(Activation.ABS.sections().get(1), 0));
  }
}
