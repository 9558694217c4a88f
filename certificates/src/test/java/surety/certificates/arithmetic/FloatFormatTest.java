package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FloatFormatTest {
  @Test
  void itsNumbersAreThoseOfIeee754() {
    assertEquals("float32", FloatFormat.FLOAT32.word());
    assertEquals("float64", FloatFormat.FLOAT64.word());
    assertEquals((Math.nextUp(1f) - 1) / 2.0, FloatFormat.FLOAT32.unit());
    assertEquals((Math.nextUp(1.0) - 1) / 2, FloatFormat.FLOAT64.unit());
    assertEquals(0x1p-126, FloatFormat.FLOAT32.leastNormal());
    assertEquals(0x1p-1022, FloatFormat.FLOAT64.leastNormal());
    assertEquals(Float.MAX_VALUE, FloatFormat.FLOAT32.largest());
    assertEquals(Double.MAX_VALUE, FloatFormat.FLOAT64.largest());
  }

  @Test
  void saysWhatIsOneOfItsNumbers() {
    for (double x : new double[] {0, -0.0, 1, 0.5f, 0.1f, -Float.MIN_VALUE, Float.MAX_VALUE}) {
      assertTrue(FloatFormat.FLOAT32.contains(x), () -> x + "");
      assertTrue(FloatFormat.FLOAT64.contains(x), () -> x + "");
    }
    for (double x : new double[] {0.1, 0x1p-150, 2.0 * Float.MAX_VALUE, Double.MIN_VALUE}) {
      assertFalse(FloatFormat.FLOAT32.contains(x), () -> x + "");
      assertTrue(FloatFormat.FLOAT64.contains(x), () -> x + "");
    }
    for (FloatFormat format : FloatFormat.values()) {
      assertFalse(format.contains(Double.NaN));
      assertFalse(format.contains(Double.NEGATIVE_INFINITY));
    }
  }

  @Test
  void onlySubnormalNumbersMayBeFlushed() {
    for (FloatFormat format : FloatFormat.values()) {
      double least = format.leastNormal();
      assertFalse(format.mayFlush(0));
      assertFalse(format.mayFlush(least));
      assertFalse(format.mayFlush(-least));
      assertTrue(format.mayFlush(Math.nextDown(least)));
      assertTrue(format.mayFlush(-Math.nextDown(least)));
    }
  }

  /** From above, and by no more than three units in the last place. */
  @Test
  void gammaBoundsTheFraction() {
    SplittableRandom random = new SplittableRandom(17);
    for (FloatFormat format : FloatFormat.values()) {
      Rational unit = Rational.ofDouble(format.unit());
      assertEquals(0, format.gamma(0));
      for (int i = 0; i < 200; i++) {
        long roundings = random.nextLong(1, 1L << random.nextInt(1, 23));
        Rational product = unit.times(Rational.of(roundings));
        Rational exact = product.dividedBy(Rational.ONE.minus(product));
        double bound = format.gamma(roundings);
        assertTrue(Rational.ofDouble(bound).compareTo(exact) >= 0);
        double near = bound - 3 * Math.ulp(bound);
        assertTrue(Rational.ofDouble(near).compareTo(exact) < 0);
      }
    }
    assertEquals(Double.POSITIVE_INFINITY, FloatFormat.FLOAT32.gamma(1L << 23));
    assertTrue(FloatFormat.FLOAT32.gamma((1L << 23) - 1) < 1);
  }
}
