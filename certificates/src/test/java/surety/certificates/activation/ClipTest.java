package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class ClipTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static List<Double> kinks(double lower, double upper) {
    return Activations.kinks(new Clip(lower, upper));
  }

  @Test
  void itsKinksAreItsFiniteEnds() {
    assertEquals(List.of(-1.0, 1.0), kinks(-1, 1));
    assertEquals(List.of(0.0), kinks(0, INFINITY));
    assertEquals(List.of(6.0), kinks(-INFINITY, 6));
    assertEquals(List.of(), kinks(-INFINITY, INFINITY));
    assertEquals(List.of(), kinks(0.5, 0.5));
  }

  @Test
  void isConstantOutsideItsEnds() {
    Activation f = new Clip(0.1, 0.3);
    Rational fifth = Rational.of(1, 5);
    assertEquals(fifth, f.applyExactly(fifth));
    assertEquals(Rational.ofDouble(0.1), f.applyExactly(Rational.ZERO));
    assertEquals(Rational.ofDouble(0.3), f.applyExactly(Rational.of(7)));
    assertEquals(Interval.of(0.1, 0.3), f.enclose(Interval.of(-9, 9)));
    assertEquals(Interval.of(0.3), f.enclose(Interval.of(0.3, 9)));
  }

  @Test
  void infiniteEndsDoNotClip() {
    Rational big = Rational.of(10).times(Rational.ofDouble(Double.MAX_VALUE));
    assertEquals(big, new Clip(0, INFINITY).applyExactly(big));
    assertEquals(big.negate(), new Clip(-INFINITY, 0).applyExactly(big.negate()));
    assertEquals(-7, new Clip(-INFINITY, INFINITY).apply(-7));
    Section line = new Clip(-INFINITY, INFINITY).sections().get(0);
    assertEquals(Interval.ONE, new Clip(-INFINITY, INFINITY).encloseSlope(line, 0));
  }

  @Test
  void equalEndsMakeAConstant() {
    Activation f = new Clip(0.5, 0.5);
    assertEquals(0.5, f.apply(-7));
    assertEquals(Rational.of(1, 2), f.applyExactly(Rational.of(9)));
    assertEquals(Interval.of(0.5), f.enclose(Interval.of(-1, 1)));
    assertEquals(Interval.ZERO, f.encloseSlope(f.sections().get(0), 0.5));
    assertEquals(0, f.slope(0.5));
    assertTrue(f.isNonDecreasing());
  }

  @ParameterizedTest
  @CsvSource({
    "1, -1",
    "0.30000000000000004, 0.3",
    "NaN, 1",
    "0, NaN",
    "NaN, NaN",
    "Infinity, -Infinity"
  })
  void refusesEndsThatAreNotInOrder(double lower, double upper) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Clip(lower, upper));
    assertTrue(e.getMessage().endsWith("not " + lower + " and " + upper), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"Infinity, Infinity", "-Infinity, -Infinity"})
  void refusesInfiniteConstants(double lower, double upper) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new Clip(lower, upper));
    assertTrue(e.getMessage().contains("no finite values"), e.getMessage());
  }
}
