package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class SeluTest {

  @ParameterizedTest
  @CsvSource({
    "1, 2, CONVEX, true",
    "-1, 2, CONCAVE, false",
    "1, -2, CONCAVE, false",
    "-1, -2, CONVEX, false",
    "0, 2, LINEAR, true",
    "0, -2, LINEAR, false",
    "-1, 0, LINEAR, true",
    "4.9E-324, 4.9E-324, CONVEX, true",
    "-4.9E-324, 4.9E-324, CONCAVE, false"
  })
  void bendsAndGrowsByTheSigns(double alpha, double gamma, Curvature below, boolean nonDecreasing) {
    Activation f = new Selu(alpha, gamma);
    assertEquals(below, f.sections().get(0).curvature());
    assertEquals(Curvature.LINEAR, f.sections().get(1).curvature());
    assertEquals(nonDecreasing, f.isNonDecreasing());
    assertEquals(below == Curvature.LINEAR, f.isPiecewiseLinear());
  }

  @Test
  void withGammaOneItIsElu() {
    for (double x = -30; x < 3; x += 0.7) {
      assertEquals(new Elu(0.3).enclose(x), new Selu(0.3, 1).enclose(x));
    }
  }

  @Test
  void isExactWithoutAnExponential() {
    Rational third = Rational.of(1, 3);
    assertEquals(Rational.ONE.negate(), new Selu(0, -3).applyExactly(third));
    assertEquals(Rational.ZERO, new Selu(0, -3).applyExactly(third.negate()));
    assertEquals(Rational.ZERO, new Selu(5, 0).applyExactly(third.negate()));
    assertThrows(
        UnsupportedOperationException.class, () -> new Selu(1, 1).applyExactly(third.negate()));
  }

  @Test
  void anOverflowLeavesTheValueUnbounded() {
    Interval value = new Selu(1e200, 1e200).enclose(-1);
    assertEquals(Double.NEGATIVE_INFINITY, value.lower());
    assertFalse(value.isBounded());
    assertTrue(value.upper() <= -Double.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "1, NaN", "Infinity, 1", "1, -Infinity", "-Infinity, NaN"})
  void refusesParametersThatAreNoNumbers(double alpha, double gamma) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Selu(alpha, gamma));
    assertTrue(e.getMessage().endsWith("not " + alpha + " and " + gamma), e.getMessage());
  }
}
