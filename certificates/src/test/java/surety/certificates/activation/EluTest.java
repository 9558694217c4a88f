package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class EluTest {

  @Test
  void bendsByTheSignOfAlpha() {
    assertEquals(Curvature.CONVEX, new Elu(0.5).sections().get(0).curvature());
    assertEquals(Curvature.CONCAVE, new Elu(-0.5).sections().get(0).curvature());
    assertEquals(Curvature.LINEAR, new Elu(-0.0).sections().get(0).curvature());
    assertEquals(Curvature.LINEAR, new Elu(0.5).sections().get(1).curvature());
  }

  @Test
  void staysBetweenZeroAndMinusAlpha() {
    assertEquals(-2, new Elu(2).enclose(-Double.MAX_VALUE).lower());
    assertEquals(0.25, new Elu(-0.25).enclose(-Double.MAX_VALUE).upper());
    assertEquals(Interval.ZERO, new Elu(-0.25).enclose(-0.0));
  }

  @Test
  void liesAboveTheDiagonalForAlphaOne() {
    for (double x = -1; x < 0; x /= 3) {
      assertTrue(new Elu(1).enclose(x).lower() >= x);
    }
  }

  @Test
  void aNegativeAlphaDecreases() {
    assertFalse(new Elu(-Double.MIN_VALUE).isNonDecreasing());
    assertEquals(0, new Elu(-1).enclose(Interval.of(-2, 3)).lower());
  }

  @Test
  void withAlphaZeroItIsReluAndExact() {
    Activation f = new Elu(0);
    assertTrue(f.isPiecewiseLinear());
    assertEquals(Rational.ZERO, f.applyExactly(Rational.of(-1, 3)));
    assertEquals(Rational.of(1, 3), f.applyExactly(Rational.of(1, 3)));
  }

  @Test
  void hasNoRationalValuesOtherwise() {
    assertThrows(
        UnsupportedOperationException.class, () -> new Elu(1).applyExactly(Rational.of(-1)));
    // not even where it has: it would hide that others are missing
    assertThrows(UnsupportedOperationException.class, () -> new Elu(1).applyExactly(Rational.ONE));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesAnAlphaThatIsNoNumber(double alpha) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Elu(alpha));
    assertTrue(e.getMessage().endsWith("not " + alpha), e.getMessage());
  }
}
