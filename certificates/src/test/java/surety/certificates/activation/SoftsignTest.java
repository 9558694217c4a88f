package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class SoftsignTest {
  private static final Activation F = Activation.SOFTSIGN;

  @Test
  void enclosesTheExactQuotient() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      double x = Doubles.any(random);
      Rational exact = Rational.ofDouble(x);
      Rational sum = Rational.ONE.plus(exact.abs());
      assertTrue(F.enclose(x).contains(exact.dividedBy(sum)), () -> "at " + x);
      Section section = F.sections().get(x < 0 ? 0 : 1);
      assertTrue(
          F.encloseSlope(section, x).contains(Rational.ONE.dividedBy(sum.times(sum))),
          () -> "slope at " + x);
    }
  }

  @Test
  void simpleValuesAreExact() {
    assertEquals(Interval.of(0.5), F.enclose(1));
    assertEquals(Interval.of(-0.75), F.enclose(-3));
    assertEquals(Interval.ZERO, F.enclose(-0.0));
    assertEquals(Interval.of(0.25), F.encloseSlope(F.sections().get(0), -1));
    assertEquals(Interval.ONE, F.encloseSlope(F.sections().get(0), 0));
  }

  @Test
  void tendsToOne() {
    assertEquals(Interval.of(Math.nextDown(1.0), 1), F.enclose(Double.MAX_VALUE));
    assertEquals(-1, F.apply(-Double.MAX_VALUE));
  }

  /** It has rational values, but is no piecewise linear function. */
  @Test
  void isNotExact() {
    assertThrows(UnsupportedOperationException.class, () -> F.applyExactly(Rational.ONE));
  }
}
