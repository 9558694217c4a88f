package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class ReluTest {

  @Test
  void isZeroBelowZero() {
    assertEquals(0, Activation.RELU.apply(-3));
    assertEquals(Rational.ZERO, Activation.RELU.applyExactly(Rational.of(-1, 3)));
    assertEquals(Rational.of(1, 3), Activation.RELU.applyExactly(Rational.of(1, 3)));
    assertEquals(Interval.of(0, 2), Activation.RELU.enclose(Interval.of(-5, 2)));
    assertEquals(Interval.ZERO, Activation.RELU.enclose(Interval.of(-5, -0.0)));
  }

  @Test
  void atItsKinkTheSlopeIsThatOfTheSection() {
    assertEquals(Interval.ZERO, Activation.RELU.encloseSlope(Activation.RELU.sections().get(0), 0));
    assertEquals(Interval.ONE, Activation.RELU.encloseSlope(Activation.RELU.sections().get(1), 0));
  }
}
