package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class LeakyReluTest {

  @Test
  void scalesNegativeNumbersExactly() {
    Activation f = new LeakyRelu(0.1);
    Rational third = Rational.of(1, 3);
    assertEquals(third, f.applyExactly(third));
    assertEquals(Rational.ofDouble(0.1).times(third).negate(), f.applyExactly(third.negate()));
  }

  @Test
  void withANegativeSlopeTheLeastValueIsAtZero() {
    Activation f = new LeakyRelu(-0.5);
    assertEquals(Interval.of(0, 2), f.enclose(Interval.of(-4, 1)));
    assertEquals(Interval.of(0.5, 2), f.enclose(Interval.of(-4, -1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesASlopeThatIsNoNumber(double slope) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new LeakyRelu(slope));
    assertTrue(e.getMessage().endsWith("not " + slope), e.getMessage());
  }
}
