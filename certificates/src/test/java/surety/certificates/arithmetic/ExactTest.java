package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactTest {

  /** Finite numbers of all magnitudes, often with few bits, so that both answers occur. */
  private static double number(SplittableRandom random) {
    double bits = random.nextBoolean() ? random.nextInt(-64, 65) : random.nextDouble(-2, 2);
    int exponent = random.nextBoolean() ? random.nextInt(-6, 7) : random.nextInt(-1074, 1018);
    return Math.scalb(bits, exponent);
  }

  private static boolean is(BigDecimal exact, double value) {
    return Double.isFinite(value) && exact.compareTo(new BigDecimal(value)) == 0;
  }

  @Test
  void answersAsDecimalsDo() {
    SplittableRandom random = new SplittableRandom(6);
    int exact = 0;
    for (int i = 0; i < 3_000; i++) {
      double a = number(random);
      double b = number(random);
      BigDecimal left = new BigDecimal(a);
      BigDecimal right = new BigDecimal(b);
      String what = a + " " + b;
      assertEquals(is(left.add(right), a + b), Exact.sum(a, b), what);
      assertEquals(is(left.multiply(right), a * b), Exact.product(a, b), what);
      exact += Exact.product(a, b) ? 1 : 0;
      if (Exact.splits(a, b)) {
        BigDecimal parts = new BigDecimal(a * b).add(new BigDecimal(Math.fma(a, b, -(a * b))));
        assertEquals(0, parts.compareTo(left.multiply(right)), what);
      }
    }
    assertTrue(exact > 300 && exact < 2_700, "both answers occur");
  }

  @Test
  void underflowAndOverflowAreNotExact() {
    assertFalse(Exact.product(Double.MIN_VALUE, 0.5));
    assertFalse(Exact.product(0x1p-600, 0x1.8p-600));
    assertFalse(Exact.product(0x1p600, 0x1p600));
    assertFalse(Exact.sum(Double.MAX_VALUE, Double.MAX_VALUE));
    assertFalse(Exact.splits(0x1p-500, 0x1p-500));
    assertFalse(Exact.splits(0x1p600, 0x1p600));
    assertFalse(Exact.splits(0x1p-480, 0x1.fffffffffffffp-481));
    assertTrue(Exact.splits(0x1p-480, 0x1p-480));
    assertTrue(Exact.product(Double.MIN_VALUE, -1));
    assertTrue(Exact.sum(Double.MIN_VALUE, Double.MIN_VALUE));
  }
}
