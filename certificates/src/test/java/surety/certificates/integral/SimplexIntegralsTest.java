package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.certificates.integral.ExactForm.exact;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class SimplexIntegralsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static SimplexIntegrals integrals(ExactForm form) {
    return new SimplexIntegrals(new SimplexMoments(form.form(), form.volume(), form.volume()));
  }

  private static double[] values(SplittableRandom random, int count, double scale) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> random.nextInt(8) == 0 ? 0 : scale * random.nextDouble(-1, 1));
    return values;
  }

  private static double[] above(SplittableRandom random, double[] lower, double width) {
    double[] upper = lower.clone();
    for (int i = 0; i < upper.length; i++) {
      upper[i] += random.nextInt(4) == 0 ? 0 : width * random.nextDouble();
    }
    return upper;
  }

  /** Vertex values between the bounds, less a centre. */
  private static Rational[] between(
      SplittableRandom random, double[] lower, double[] upper, double centre) {
    Rational[] values = new Rational[lower.length];
    Arrays.setAll(
        values,
        i -> {
          Rational share = Rational.of(random.nextInt(0, 5), 4);
          Rational low = exact(lower[i]);
          return low.plus(exact(upper[i]).minus(low).times(share)).minus(exact(centre));
        });
    return values;
  }

  @Test
  void affineFunctionsBetweenTheBoundsAreContained() {
    SplittableRandom random = new SplittableRandom(5);
    for (int k = 0; k < 25; k++) {
      ExactForm form = ExactForm.random(random, 0);
      int v = form.vertices();
      SimplexIntegrals integrals = integrals(form);
      double scale = Math.scalb(1.0, random.nextInt(-20, 20));
      double width = k % 3 == 0 ? 0 : scale * Math.scalb(1.0, random.nextInt(-10, 3));
      double[] lower = values(random, v, scale);
      double[] upper = above(random, lower, width);
      double[] otherLower = values(random, v, 1);
      double[] otherUpper = above(random, otherLower, width / scale);
      double m = scale * random.nextDouble(-1, 1);
      double c = random.nextDouble(-1, 1);
      CentredBounds g = CentredBounds.overSimplex(lower, upper, m);
      CentredBounds h = CentredBounds.overSimplex(otherLower, otherUpper, c);
      Interval mean = integrals.of(lower, upper);
      Interval less = integrals.of(g);
      Interval product = integrals.ofProduct(g, h);
      Interval square = integrals.ofSquare(g);
      for (int sample = 0; sample < 4; sample++) {
        Rational[] y = between(random, lower, upper, 0);
        Rational[] centred = between(random, lower, upper, m);
        Rational[] other = between(random, otherLower, otherUpper, c);
        assertTrue(mean.contains(form.affine(y)));
        assertTrue(less.contains(form.affine(centred)));
        assertTrue(product.contains(form.product(centred, other)));
        assertTrue(square.contains(form.product(centred, centred)));
      }
      assertTrue(square.lower() >= 0);
      if (width == 0) {
        double mass = form.integral().doubleCeiling();
        assertTrue(mean.width() <= 1e-12 * mass * scale);
        assertTrue(less.width() <= 1e-12 * mass * scale);
        assertTrue(product.width() <= 1e-11 * mass * scale);
        assertTrue(square.width() <= 1e-11 * mass * scale * scale);
      }
    }
  }

  /** On [0, 1], cut into panels: the integral of z^k times the form, exactly, for any k. */
  private static Rational moment(double[] coefficients, Rational from, Rational to, int k) {
    // multi-indices ascend: the first coefficient is that of the second vertex, z = 1
    Rational start = exact(coefficients[1]);
    Rational slope = exact(coefficients[0]).minus(start);
    return start
        .times(power(to, k + 1).minus(power(from, k + 1)))
        .dividedBy(Rational.of(k + 1))
        .plus(
            slope.times(power(to, k + 2).minus(power(from, k + 2))).dividedBy(Rational.of(k + 2)));
  }

  private static Rational power(Rational x, int k) {
    return k == 0 ? Rational.ONE : x.times(power(x, k - 1));
  }

  @Test
  void functionsThatJumpBetweenTheBoundsAreContained() {
    SplittableRandom random = new SplittableRandom(6);
    int panels = 8;
    for (int k = 0; k < 80; k++) {
      double[] coefficients = {random.nextDouble(), random.nextDouble()};
      SimplexIntegrals integrals = integrals(ExactForm.of(2, 1, 1, coefficients));
      double[][] g = new double[2][];
      double[][] h = new double[2][];
      g[0] = values(random, 2, 1);
      g[1] = above(random, g[0], 1);
      h[0] = values(random, 2, 1);
      h[1] = above(random, h[0], 1);
      CentredBounds first = CentredBounds.overSimplex(g[0], g[1], 0);
      CentredBounds second = CentredBounds.overSimplex(h[0], h[1], 0);
      Rational mean = Rational.ZERO;
      Rational product = Rational.ZERO;
      Rational square = Rational.ZERO;
      for (int p = 0; p < panels; p++) {
        double[] y = g[random.nextInt(2)];
        double[] z = h[random.nextInt(2)];
        mean = mean.plus(panel(coefficients, y, new double[] {1, 1}, p, panels));
        product = product.plus(panel(coefficients, y, z, p, panels));
        square = square.plus(panel(coefficients, y, y, p, panels));
      }
      assertTrue(integrals.of(g[0], g[1]).contains(mean));
      assertTrue(integrals.ofProduct(first, second).contains(product));
      assertTrue(integrals.ofSquare(first).contains(square));
    }
  }

  private static Rational panel(double[] form, double[] y, double[] z, int p, int panels) {
    Rational from = Rational.of(p, panels);
    Rational to = Rational.of(p + 1, panels);
    Rational a = exact(y[0]);
    Rational b = exact(y[1]).minus(a);
    Rational c = exact(z[0]);
    Rational d = exact(z[1]).minus(c);
    return a.times(c)
        .times(moment(form, from, to, 0))
        .plus(a.times(d).plus(b.times(c)).times(moment(form, from, to, 1)))
        .plus(b.times(d).times(moment(form, from, to, 2)));
  }

  @Test
  void knownFiguresOfAUniformDensity() {
    SimplexIntegrals uniform = integrals(ExactForm.of(2, 0, 1, 1));
    // |z - 1/2| lies between 0 and 1/2: its integral is 1/4, that of its square 1/12
    Interval mean = uniform.of(new double[] {0, 0}, new double[] {0.5, 0.5});
    assertEquals(0, mean.lower());
    assertEquals(0.5, mean.upper(), 1e-14);
    double[] z = {0, 1};
    CentredBounds exactly = CentredBounds.overSimplex(z, z, 0.5);
    assertTrue(ExactForm.isWithin(Rational.of(1, 12), uniform.ofSquare(exactly), 1e-15));
    // c = z - 1/2 changes its sign; |c| <= 1/2 everywhere, w = 1/8
    CentredBounds wide =
        CentredBounds.overSimplex(new double[] {-0.125, 0.875}, new double[] {0.125, 1.125}, 0.5);
    Interval square = uniform.ofSquare(wide);
    assertEquals(0, square.lower());
    assertEquals(1 / 12.0 + 2 * 0.5 * 0.125 + 0.125 * 0.125, square.upper(), 1e-14);
    CentredBounds far =
        CentredBounds.overSimplex(new double[] {-0.125, 0.875}, new double[] {0.125, 1.125}, -2);
    assertEquals(19 / 3.0 - 2 * 2.5 * 0.125, uniform.ofSquare(far).lower(), 1e-13);
  }

  @Test
  void nothingIsSaidWithoutBounds() {
    SimplexIntegrals uniform = integrals(ExactForm.of(2, 0, 1, 1));
    double[] zeros = {0, 0};
    double[] lower = {-INFINITY, 0};
    double[] upper = {0, INFINITY};
    assertEquals(Interval.WHOLE, uniform.of(lower, upper));
    assertEquals(-INFINITY, uniform.of(lower, zeros).lower());
    assertEquals(0, uniform.of(lower, zeros).upper());
    CentredBounds known = CentredBounds.overSimplex(zeros, zeros, 0);
    CentredBounds unknown = CentredBounds.overSimplex(lower, zeros, 0);
    assertEquals(Interval.WHOLE, uniform.of(unknown));
    assertEquals(Interval.WHOLE, uniform.ofProduct(known, unknown));
    assertEquals(Interval.WHOLE, uniform.ofProduct(unknown, known));
    assertEquals(new Interval(0, INFINITY), uniform.ofSquare(unknown));
    double[] huge = {-Double.MAX_VALUE, Double.MAX_VALUE};
    CentredBounds enormous = CentredBounds.overSimplex(huge, huge, 0);
    Interval square = uniform.ofSquare(enormous);
    assertEquals(0, square.lower());
    assertEquals(INFINITY, square.upper());
    ExactForm vague = ExactForm.of(2, 0, 1, 1);
    SimplexMoments moments = new SimplexMoments(vague.vague(INFINITY), 1, 1);
    assertEquals(
        Interval.WHOLE,
        new SimplexIntegrals(moments).of(new double[] {-1, 1}, new double[] {1, 1}));
    assertEquals(Interval.ZERO, new SimplexIntegrals(moments).of(zeros, zeros));
  }

  @Test
  void noVolumeNoIntegral() {
    SimplexIntegrals nothing = integrals(ExactForm.of(2, 0, 0, 1));
    double[] ends = {-3, 4};
    CentredBounds g = CentredBounds.overSimplex(ends, ends, 1);
    assertEquals(Interval.ZERO, nothing.of(ends, ends));
    assertEquals(Interval.ZERO, nothing.ofSquare(g));
    assertEquals(Interval.ZERO, nothing.ofProduct(g, g));
  }
}
