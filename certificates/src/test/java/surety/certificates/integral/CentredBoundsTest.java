package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class CentredBoundsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  private static double number(SplittableRandom random) {
    return Math.scalb(random.nextDouble(-1, 1), random.nextInt(-60, 60));
  }

  private static void requireAtMost(Rational a, Rational b) {
    assertTrue(a.compareTo(b) <= 0, () -> a + " > " + b);
  }

  @Test
  void overASimplexBothBoundsAreWithinTheRadiusAtEachVertex() {
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 500; k++) {
      double a = number(random);
      double b = k % 5 == 0 ? a : number(random);
      double[] lower = {Math.min(a, b)};
      double[] upper = {Math.max(a, b)};
      double centre = number(random);
      CentredBounds bounds = CentredBounds.overSimplex(lower, upper, centre);
      assertTrue(bounds.isKnown());
      Rational middle = exact(bounds.middle()[0]);
      Rational radius = exact(bounds.radius()[0]);
      Rational above = exact(upper[0]).minus(exact(centre)).minus(middle);
      Rational below = middle.minus(exact(lower[0]).minus(exact(centre)));
      requireAtMost(above, radius);
      requireAtMost(below, radius);
      double size = Math.abs(a) + Math.abs(b) + Math.abs(centre);
      assertTrue(bounds.radius()[0] <= (upper[0] - lower[0]) / 2 + 0x1p-50 * size);
    }
  }

  /** The value at a corner, exactly: a bit says where each coordinate is 1. */
  private static Rational at(double[] form, int corner) {
    Rational sum = exact(form[0]);
    for (int q = 1; q < form.length; q++) {
      Rational term = exact(form[q]);
      sum = (corner >> q & 1) == 1 ? sum.plus(term) : sum.minus(term);
    }
    return sum;
  }

  @Test
  void overABoxBothBoundsAreWithinTheRadiusAtEachCorner() {
    SplittableRandom random = new SplittableRandom(4);
    for (int k = 0; k < 300; k++) {
      double[] lower = new double[4];
      double[] upper = new double[4];
      for (int q = 0; q < 4; q++) {
        lower[q] = number(random);
        upper[q] = k % 3 == 0 ? lower[q] : number(random);
        upper[0] += 2 * Math.abs(lower[q]) + 2 * Math.abs(upper[q]);
      }
      double centre = number(random);
      CentredBounds bounds = CentredBounds.overBox(lower, upper, centre);
      assertTrue(bounds.isKnown());
      for (int corner = 0; corner < 16; corner++) {
        Rational middle = at(bounds.middle(), corner);
        Rational radius = at(bounds.radius(), corner);
        requireAtMost(at(upper, corner).minus(exact(centre)).minus(middle), radius);
        requireAtMost(middle.minus(at(lower, corner).minus(exact(centre))), radius);
      }
    }
  }

  @Test
  void exactBoundsHaveNoRadius() {
    double[] values = {1, 3, -5};
    CentredBounds simplex = CentredBounds.overSimplex(values, values, 2);
    assertArrayEquals(new double[] {-1, 1, -7}, simplex.middle());
    assertArrayEquals(new double[3], simplex.radius());
    CentredBounds box = CentredBounds.overBox(values, values, 2);
    assertArrayEquals(new double[] {-1, 3, -5}, box.middle());
    assertArrayEquals(new double[3], box.radius());
  }

  @Test
  void nothingIsKnownWithoutAFiniteBound() {
    double[][][] cases = {
      {{0, -INFINITY}, {1, 1}},
      {{0, 0}, {1, INFINITY}},
      {{-INFINITY, 0}, {INFINITY, 0}},
      {{-Double.MAX_VALUE, 0}, {Double.MAX_VALUE, 0}}
    };
    for (double[][] c : cases) {
      assertFalse(CentredBounds.overSimplex(c[0], c[1], Double.MAX_VALUE).isKnown());
      assertFalse(CentredBounds.overBox(c[0], c[1], Double.MAX_VALUE).isKnown());
    }
    double[] huge = {Double.MAX_VALUE};
    assertFalse(CentredBounds.overSimplex(huge, huge, -Double.MAX_VALUE).isKnown());
    assertFalse(CentredBounds.overBox(huge, huge, -Double.MAX_VALUE).isKnown());
    assertEquals(0, CentredBounds.overSimplex(huge, huge, Double.MAX_VALUE).middle()[0]);
  }

  @Test
  void theLargestDoublesAreKnown() {
    double[] most = {Double.MAX_VALUE};
    double[] least = {-Double.MAX_VALUE};
    for (CentredBounds exact :
        List.of(CentredBounds.overSimplex(most, most, 0), CentredBounds.overBox(most, most, 0))) {
      assertTrue(exact.isKnown());
      assertArrayEquals(most, exact.middle());
      assertArrayEquals(new double[1], exact.radius());
    }
    for (CentredBounds wide :
        List.of(CentredBounds.overSimplex(least, most, 0), CentredBounds.overBox(least, most, 0))) {
      assertTrue(wide.isKnown());
      assertArrayEquals(new double[1], wide.middle());
      assertArrayEquals(most, wide.radius());
    }
    double[] steep = {0, Double.MAX_VALUE};
    double[] falling = {0, -Double.MAX_VALUE};
    assertTrue(CentredBounds.overBox(steep, steep, 0).isKnown());
    assertTrue(CentredBounds.overBox(falling, falling, 0).isKnown());
    assertTrue(CentredBounds.overBox(falling, steep, 0).isKnown());
  }
}
