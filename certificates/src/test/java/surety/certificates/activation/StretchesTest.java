package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class StretchesTest {
  @Test
  void areOfOneLengthWhereThatIsADouble() {
    Stretches parts = Stretches.of(-1, 1);
    for (int i = 0; i <= Stretches.COUNT; i++) {
      assertEquals(-1 + 0.25 * i, parts.point(i));
    }
    assertEquals(3 * 0.25 * 0.25 / 8, parts.offChords(3));
  }

  @Test
  void coverWhatTheyCut() {
    SplittableRandom random = new SplittableRandom(5);
    for (int k = 0; k < 2000; k++) {
      Interval x = Doubles.interval(random);
      Stretches parts = Stretches.of(x.lower(), x.upper());
      assertEquals(x, Interval.of(parts.point(0), parts.point(Stretches.COUNT)));
      for (int i = 1; i <= Stretches.COUNT; i++) {
        Rational end = Rational.ofDouble(parts.point(i));
        Rational length = end.minus(Rational.ofDouble(parts.point(i - 1)));
        double off = parts.offChords(8);
        assertTrue(length.signum() >= 0);
        assertTrue(
            off == Double.POSITIVE_INFINITY
                || Rational.ofDouble(off).compareTo(length.times(length)) >= 0);
      }
    }
  }

  @Test
  void ofAPointNothingIsOff() {
    assertEquals(0, Stretches.of(0.1, 0.1).offChords(1e300));
    assertTrue(Stretches.of(0, Double.MIN_VALUE).offChords(1) > 0);
    assertEquals(
        Double.POSITIVE_INFINITY, Stretches.of(-Double.MAX_VALUE, Double.MAX_VALUE).offChords(1));
  }
}
