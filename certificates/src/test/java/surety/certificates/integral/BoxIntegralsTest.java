package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.DensityPolynomial;

class BoxIntegralsTest {
  /** Of any number of coordinates. */
  private static final List<Interval> UNKNOWN = Collections.nCopies(20, ChordDeviation.UNKNOWN);

  /** Two coordinates of density (1 + s xi) / 2 each: of mean s / 3. */
  @Test
  void meansOfNearlyUniformCoordinatesAreKnown() {
    for (double s : new double[] {0, 0.01, -0.1, 0.5, -1}) {
      DensityPolynomial line = new DensityPolynomial(0, new double[] {0.5, s / 2}, 0, 0);
      Interval deviation = ChordDeviation.of(ScaledInterval.ONE, line, 2);
      Interval spread = Interval.of(1 - Math.abs(s)).hull(Interval.of(1 + Math.abs(s))).square();
      BoxIntegrals integrals =
          new BoxIntegrals(Interval.ONE, spread, List.of(deviation, deviation));
      double[] form = {0.25, 1, -2};
      Interval mean = integrals.of(form, form);
      double exact = 0.25 - s / 3;
      assertTrue(mean.lower() <= exact && exact <= mean.upper(), s + ": " + mean);
      assertTrue(mean.width() <= 2 * Math.abs(s) + 1e-15, s + ": " + mean);
      Interval square = integrals.ofSquare(CentredBounds.overBox(form, form, 0));
      double exactSquare = 0.0625 + 5 / 3.0 - s / 6 - 4 * s * s / 9;
      assertTrue(square.lower() <= exactSquare && exactSquare <= square.upper(), s + ": " + square);
    }
  }

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final int PANELS = 6;

  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /**
   * A density on the square that is constant on the cells of a grid, and functions that are affine
   * on each of them: all integrals are sums of those over the cells.
   */
  private static final class Case {
    final double[][] density = new double[PANELS][PANELS];
    Interval mass;
    Interval spread;

    Case(SplittableRandom random, int kind) {
      double s = random.nextDouble();
      double step = kind == 0 ? 0 : random.nextDouble();
      Rational sum = Rational.ZERO;
      double least = INFINITY;
      double greatest = 0;
      for (int i = 0; i < PANELS; i++) {
        for (int j = 0; j < PANELS; j++) {
          // at random, or all on one side, which is the worst
          boolean high = kind == 1 ? random.nextBoolean() : i + j >= random.nextInt(4, 8);
          density[i][j] = s + (high ? step : 0);
          sum = sum.plus(exact(density[i][j]));
          least = Math.min(least, density[i][j]);
          greatest = Math.max(greatest, density[i][j]);
        }
      }
      mass = Interval.of(sum.dividedBy(Rational.of(PANELS * PANELS)));
      spread = new Interval(least, greatest);
    }

    /** The mean over cell (i, j) of {@code xi_1^k xi_2^l}. */
    Rational mean(int i, int j, int k, int l) {
      return axis(i, k).times(axis(j, l));
    }

    private static Rational axis(int i, int k) {
      Rational from = Rational.of(2L * i - PANELS, PANELS);
      Rational to = Rational.of(2L * i + 2 - PANELS, PANELS);
      Rational sum = Rational.ZERO;
      for (int p = 0; p <= k; p++) {
        sum = sum.plus(power(from, p).times(power(to, k - p)));
      }
      return sum.dividedBy(Rational.of(k + 1));
    }

    private static Rational power(Rational x, int k) {
      return k == 0 ? Rational.ONE : x.times(power(x, k - 1));
    }

    /** The integral over a cell of the product of two affine functions times the density. */
    Rational cell(int i, int j, Rational[] y, Rational[] z) {
      int[][] powers = {{0, 0}, {1, 0}, {0, 1}};
      Rational sum = Rational.ZERO;
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          Rational mean = mean(i, j, powers[a][0] + powers[b][0], powers[a][1] + powers[b][1]);
          sum = sum.plus(y[a].times(z[b]).times(mean));
        }
      }
      return sum.times(exact(density[i][j])).dividedBy(Rational.of(PANELS * PANELS));
    }
  }

  private static double[] form(SplittableRandom random, double constant) {
    return new double[] {
      constant * random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1)
    };
  }

  private static double[] above(SplittableRandom random, double[] lower, double width) {
    double[] more = {0, width * random.nextDouble(-1, 1), width * random.nextDouble(-1, 1)};
    more[0] = Math.abs(more[1]) + Math.abs(more[2]) + width * random.nextDouble();
    double[] upper = new double[3];
    Arrays.setAll(upper, q -> lower[q] + more[q]);
    upper[0] = Math.nextUp(upper[0] + 0x1p-50);
    return width == 0 ? lower : upper;
  }

  private static Rational[] centred(double[] form, double centre) {
    Rational[] values = new Rational[3];
    Arrays.setAll(values, q -> exact(form[q]));
    values[0] = values[0].minus(exact(centre));
    return values;
  }

  private static final Rational[] ONE = {Rational.ONE, Rational.ZERO, Rational.ZERO};

  @Test
  void functionsThatJumpBetweenTheBoundsAreContained() {
    SplittableRandom random = new SplittableRandom(9);
    for (int k = 0; k < 90; k++) {
      Case c = new Case(random, k % 3);
      boolean vague = k % 7 == 0;
      BoxIntegrals integrals =
          new BoxIntegrals(c.mass, vague ? new Interval(0, INFINITY) : c.spread, UNKNOWN);
      double size = k % 2 == 0 ? 10 : 1;
      double[][] g = new double[2][];
      double[][] h = new double[2][];
      g[0] = form(random, size);
      g[1] = above(random, g[0], k % 5 == 0 ? 0 : 0.5);
      h[0] = form(random, 1);
      h[1] = above(random, h[0], k % 5 == 0 ? 0 : 0.5);
      double m = random.nextDouble(-1, 1);
      Rational mean = Rational.ZERO;
      Rational less = Rational.ZERO;
      Rational product = Rational.ZERO;
      Rational square = Rational.ZERO;
      for (int i = 0; i < PANELS; i++) {
        for (int j = 0; j < PANELS; j++) {
          double[] y = g[random.nextInt(2)];
          Rational[] first = centred(y, m);
          mean = mean.plus(c.cell(i, j, centred(y, 0), ONE));
          less = less.plus(c.cell(i, j, first, ONE));
          product = product.plus(c.cell(i, j, first, centred(h[random.nextInt(2)], 0)));
          square = square.plus(c.cell(i, j, first, first));
        }
      }
      CentredBounds first = CentredBounds.overBox(g[0], g[1], m);
      CentredBounds second = CentredBounds.overBox(h[0], h[1], 0);
      Interval enclosed = integrals.of(g[0], g[1]);
      assertTrue(enclosed.contains(mean), enclosed::toString);
      assertTrue(integrals.of(first).contains(less));
      assertTrue(integrals.ofProduct(first, second).contains(product));
      assertTrue(integrals.ofProduct(second, first).contains(product));
      assertTrue(integrals.ofSquare(first).contains(square));
      assertTrue(integrals.ofSquare(first).lower() >= 0);
    }
  }

  @Test
  void partialMomentsOfAffineFormsAreContained() {
    SplittableRandom random = new SplittableRandom(10);
    for (int k = 0; k < 300; k++) {
      Case c = new Case(random, k % 3);
      BoxIntegrals integrals = new BoxIntegrals(c.mass, c.spread, UNKNOWN);
      double[] lower = form(random, 2);
      double[] upper = above(random, lower, k % 4 == 0 ? 0 : 0.25);
      double t = random.nextDouble(-3, 3);
      // max(t - y, 0) is convex: over a cell its mean is between its middle and that of the corners
      double high = 0;
      double low = 0;
      int fine = 8 * PANELS;
      for (int i = 0; i < fine; i++) {
        for (int j = 0; j < fine; j++) {
          double x = (2.0 * i + 1) / fine - 1;
          double y = (2.0 * j + 1) / fine - 1;
          double density = c.density[i * PANELS / fine][j * PANELS / fine] / fine / fine;
          high += density * Math.max(0, t - value(lower, x, y));
          low += density * corners(upper, x, y, 1.0 / fine, t);
        }
      }
      Interval below = integrals.below(lower, upper, t);
      assertTrue(below.lower() <= low + 1e-12 && below.upper() >= high - 1e-12, below::toString);
      Interval above =
          integrals.above(
              new double[] {-upper[0], -upper[1], -upper[2]},
              new double[] {-lower[0], -lower[1], -lower[2]},
              -t);
      assertEquals(below, above);
    }
  }

  private static double value(double[] form, double x, double y) {
    return form[0] + form[1] * x + form[2] * y;
  }

  private static double corners(double[] form, double x, double y, double h, double t) {
    double sum = 0;
    for (int corner = 0; corner < 4; corner++) {
      double at = value(form, x + (corner < 2 ? h : -h), y + (corner % 2 == 0 ? h : -h));
      sum += Math.max(0, t - at) / 4;
    }
    return sum;
  }

  @Test
  void aDensityThatIsHighOnOneHalfReachesTheBound() {
    // 1 below 0 and 3 above: mass 2, the integral of xi f is 1/2, which is (2 - 1) (3 - 2) / (3 -
    // 1)
    BoxIntegrals integrals = new BoxIntegrals(Interval.of(2), new Interval(1, 3), UNKNOWN);
    double[] xi = {0, 1};
    assertEquals(new Interval(-0.5, 0.5), integrals.of(xi, xi));
  }

  @Test
  void aUniformDensityHasExactMoments() {
    BoxIntegrals uniform = new BoxIntegrals(Interval.of(6), Interval.of(6), UNKNOWN);
    double[] form = {1, 1, -2};
    assertEquals(Interval.of(6), uniform.of(form, form));
    CentredBounds g = CentredBounds.overBox(form, form, 0);
    assertEquals(Interval.of(6 * (1 + 5 / 3.0)).middle(), uniform.ofSquare(g).middle(), 1e-14);
    assertTrue(uniform.ofSquare(g).width() < 1e-13);
    CentredBounds h = CentredBounds.overBox(new double[] {0, 1, 1}, new double[] {0, 1, 1}, 0);
    Interval product = uniform.ofProduct(g, h);
    assertEquals(-2, product.middle(), 1e-14);
    assertTrue(product.width() < 1e-13);
    // decided: t - g everywhere, or nothing
    assertEquals(Interval.of(6 * 4), uniform.below(form, form, 5));
    assertEquals(Interval.ZERO, uniform.below(form, form, -2));
    assertEquals(Interval.of(6 * 4), uniform.above(form, form, -3));
  }

  @Test
  void boundsThatAreUnknownSayNothing() {
    BoxIntegrals integrals = new BoxIntegrals(Interval.of(1), new Interval(0, INFINITY), UNKNOWN);
    double[] lower = {-INFINITY, 0};
    double[] upper = {INFINITY, 0};
    double[] zero = {0, 0};
    Interval unknown = new Interval(0, INFINITY);
    assertEquals(Interval.WHOLE, integrals.of(lower, upper));
    assertEquals(0, integrals.of(lower, zero).upper());
    assertEquals(unknown, integrals.below(lower, upper, 0));
    assertEquals(unknown, integrals.above(lower, upper, 0));
    assertEquals(new Interval(2, INFINITY), integrals.below(lower, zero, 2));
    CentredBounds known = CentredBounds.overBox(zero, zero, 1);
    CentredBounds none = CentredBounds.overBox(lower, zero, 1);
    assertEquals(Interval.WHOLE, integrals.of(none));
    assertEquals(Interval.WHOLE, integrals.ofProduct(known, none));
    assertEquals(Interval.WHOLE, integrals.ofProduct(none, known));
    assertEquals(unknown, integrals.ofSquare(none));
    assertEquals(Interval.ONE, integrals.ofSquare(known));
    double[] huge = {0, Double.MAX_VALUE};
    CentredBounds enormous = CentredBounds.overBox(huge, huge, 0);
    assertEquals(unknown, integrals.ofSquare(enormous));
  }

  @Test
  void massesMayBeZeroOrUnbounded() {
    double[] form = {1, 1};
    CentredBounds g = CentredBounds.overBox(form, form, 0.5);
    BoxIntegrals nothing = new BoxIntegrals(Interval.ZERO, new Interval(0, 1), UNKNOWN);
    assertEquals(Interval.ZERO, nothing.of(form, form));
    assertEquals(Interval.ZERO, nothing.ofSquare(g));
    assertEquals(Interval.ZERO, nothing.below(form, form, 7));
    Interval any = new Interval(0, INFINITY);
    BoxIntegrals unbounded = new BoxIntegrals(any, any, UNKNOWN);
    assertEquals(any, unbounded.of(form, form));
    assertEquals(any, unbounded.ofSquare(g));
    assertEquals(any, unbounded.below(form, form, 7));
    assertEquals(Interval.ZERO, unbounded.below(form, form, -7));
  }

  @Test
  void tinyAndHugeScalesStayContained() {
    for (double scale : new double[] {0x1p-1070, 0x1p-600, 0x1p500}) {
      double[] form = {scale, 2 * scale};
      BoxIntegrals integrals = new BoxIntegrals(Interval.of(scale), Interval.of(scale), UNKNOWN);
      Rational unit = exact(scale);
      assertTrue(integrals.of(form, form).contains(unit.times(unit)));
      CentredBounds g = CentredBounds.overBox(form, form, 0);
      Rational square = unit.times(unit).times(unit).times(Rational.of(7, 3));
      assertTrue(integrals.ofSquare(g).contains(square));
      assertTrue(
          integrals.below(form, form, 4 * scale).contains(unit.times(unit.times(Rational.of(3)))));
    }
  }
}
