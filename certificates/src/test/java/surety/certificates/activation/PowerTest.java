package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class PowerTest {
  @Test
  void valuesAreExactWhereTheyAreDoubles() {
    assertEquals(Interval.of(6.25), Activation.SQUARE.enclose(-2.5));
    assertEquals(Interval.of(-27), new Power(3).enclose(-3));
    assertEquals(Interval.of(27), new Power(3).encloseSlope(new Power(3).sections().get(0), -3));
    assertEquals(Interval.of(0, 9), Activation.SQUARE.enclose(Interval.of(-3, 2)));
    assertEquals(Interval.of(-27, 8), new Power(3).enclose(Interval.of(-3, 2)));
  }

  @Test
  void valuesOfFractionsAreFractions() {
    assertEquals(Rational.of(4, 9), Activation.SQUARE.applyExactly(Rational.of(-2, 3)));
    assertEquals(Rational.of(-32, 243), new Power(5).applyExactly(Rational.of(-2, 3)));
    assertEquals(5, new Power(5).degree());
  }

  @Test
  void beyondTheDoublesOneEndIsInfinite() {
    Interval huge = Interval.of(Double.MAX_VALUE, Double.POSITIVE_INFINITY);
    assertEquals(huge, Activation.SQUARE.enclose(-1e200));
    assertEquals(huge.negate(), new Power(3).enclose(-1e200));
    assertEquals(Interval.of(0, Double.MIN_VALUE), Activation.SQUARE.enclose(1e-200));
  }

  @Test
  void otherExponentsAreRefused() {
    for (int exponent : new int[] {1, 0, -1, Integer.MIN_VALUE}) {
      assertThrows(IllegalArgumentException.class, () -> new Power(exponent));
    }
  }

  @Test
  void aSquareHasANameOfItsOwn() {
    assertEquals("square", new Power(2).name());
    assertEquals("power", new Power(3).name());
  }
}
