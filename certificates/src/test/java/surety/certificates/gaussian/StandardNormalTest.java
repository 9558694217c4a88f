package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class StandardNormalTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.5, 0.39894228040143267794",
    "1, 0.84134474606854294859, 0.24197072451914334980",
    "-2, 0.022750131948179207200, 0.053990966513188051948",
    "-6, 9.8658764503769814070e-10, 6.0758828498232854869e-9",
    "-20, 2.7536241186062336951e-89, 5.5209483621597631896e-88"
  })
  void knownValues(double x, String cdf, String density) {
    requireAround(cdf, StandardNormal.cdf(Interval.of(x)));
    requireAround(density, StandardNormal.density(Interval.of(x)));
  }

  private static void requireAround(String expected, Interval found) {
    Rational exact = Rational.parse(expected);
    Rational last = exact.times(Rational.parse("1e-19"));
    assertTrue(Rational.ofDouble(found.lower()).compareTo(exact.plus(last)) <= 0, expected);
    assertTrue(Rational.ofDouble(found.upper()).compareTo(exact.minus(last)) >= 0, expected);
    assertTrue(found.width() <= 1e-13 * found.upper(), () -> "wide: " + found);
  }

  @Test
  void probabilitiesStayBetweenZeroAndOne() {
    assertEquals(new Interval(0, 1), StandardNormal.cdf(Interval.WHOLE));
    Interval far = StandardNormal.cdf(Interval.of(1e9));
    assertTrue(far.upper() <= 1 && far.lower() >= Math.nextDown(1.0));
    assertTrue(StandardNormal.cdf(Interval.of(-1e9)).upper() <= Double.MIN_NORMAL);
  }
}
