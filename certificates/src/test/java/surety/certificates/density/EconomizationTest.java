package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class EconomizationTest {
  private static Rational value(DensityPolynomial p, Rational u) {
    Rational sum = Rational.ZERO;
    for (int k = p.coefficients().length - 1; k >= 0; k--) {
      sum = sum.times(u).plus(Rational.ofDouble(p.coefficients()[k]));
    }
    return sum;
  }

  @Test
  void staysWithinWhatItAddsToTheRemainder() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 500; run++) {
      double[] coefficients = new double[random.nextInt(1, 14)];
      double radius = Math.scalb(random.nextDouble(0.5, 1), random.nextInt(-8, 4));
      Arrays.setAll(coefficients, k -> random.nextDouble(-1, 1) / Math.pow(radius, k));
      double given = random.nextInt(3) * 1e-3;
      DensityPolynomial p = new DensityPolynomial(0.25, coefficients, given, 7);
      int degree = random.nextInt(coefficients.length);
      DensityPolynomial q = Economization.lowered(p, radius, degree);
      assertTrue(q.coefficients().length <= degree + 1);
      assertEquals(0.25, q.centre());
      assertEquals(7, q.scale());
      Rational room = Rational.ofDouble(q.remainder()).minus(Rational.ofDouble(given));
      for (int k = 0; k <= 40; k++) {
        Rational u = Rational.ofDouble(k == 40 ? radius : radius * (k / 20.0 - 1));
        Rational off = value(p, u).minus(value(q, u));
        assertTrue(off.compareTo(room) <= 0 && off.negate().compareTo(room) <= 0);
      }
    }
  }

  /** u^4 = C_4 + r^2 u^2 - r^4 / 8, and the ends and the middle are off by all that is added. */
  @Test
  void isTheBestApproximationOfAPower() {
    DensityPolynomial power = new DensityPolynomial(0, new double[] {0, 0, 0, 0, 1}, 0, 0);
    DensityPolynomial best = Economization.lowered(power, 2, 3);
    assertArrayEquals(new double[] {-2, 0, 4, 0}, best.coefficients());
    assertEquals(2, best.remainder());
    // u^2 = C_2 + r^2 / 2
    DensityPolynomial constant =
        Economization.lowered(new DensityPolynomial(0, new double[] {0, 0, 1}, 0, 0), 2, 0);
    assertArrayEquals(new double[] {2}, constant.coefficients());
    assertEquals(2, constant.remainder());
  }

  @Test
  void leavesWhatIsLowEnough() {
    DensityPolynomial p = new DensityPolynomial(0, new double[] {1, 2, 3}, 0.5, 0);
    assertSame(p, Economization.lowered(p, 1, 2));
  }

  @Test
  void enclosesNormalsFarCloserThanTaylor() {
    Marginal normal = Marginal.of(Distribution.parse("normal(0, 1)"));
    DensityPolynomial p = normal.polynomial(0, Interval.of(-1), Interval.of(1), 8);
    assertTrue(p.remainder() < 1e-6, () -> "remainder " + p.remainder());
    assertTrue(p.coefficients().length <= 9);
  }
}
