package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.stop.Stop;

class BernsteinDensityTest {
  static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /** The exact product of the polynomials at a point, times 2^-scale. */
  static Rational value(List<DensityPolynomial> polynomials, int scale, Rational[] z) {
    Rational product = Rational.ONE;
    int power = -scale;
    for (int q = 0; q < z.length; q++) {
      DensityPolynomial p = polynomials.get(q);
      Rational local = z[q].minus(exact(p.centre()));
      Rational sum = Rational.ZERO;
      for (int k = p.coefficients().length - 1; k >= 0; k--) {
        sum = sum.times(local).plus(exact(p.coefficients()[k]));
      }
      product = product.times(sum);
      power += p.scale();
    }
    Rational two = power >= 0 ? Rational.of(2) : Rational.of(1, 2);
    for (int k = Math.abs(power); k > 0; k--) {
      product = product.times(two);
    }
    return product;
  }

  static DensityPolynomial polynomial(SplittableRandom random, Interval side, int kind) {
    int degree = random.nextInt(5);
    double[] coefficients = new double[degree + 1];
    double size = kind == 1 ? 1e-300 : kind == 2 ? 1e-320 : 1;
    Arrays.setAll(coefficients, k -> size * random.nextDouble(-1, 1));
    coefficients[degree] = size * random.nextDouble(0.5, 1);
    int scale = kind == 3 ? random.nextInt(-200, 201) : 0;
    return new DensityPolynomial(side.middle(), coefficients, 0, scale);
  }

  static Interval side(SplittableRandom random) {
    double lower = random.nextDouble(-2, 2);
    double length = Math.scalb(random.nextDouble(0.5, 1), random.nextInt(-20, 8));
    return new Interval(lower, lower + length);
  }

  private static int degree(List<DensityPolynomial> polynomials) {
    return polynomials.stream().mapToInt(p -> p.coefficients().length - 1).sum();
  }

  @Test
  void formsAreWithinTheirErrorOfTheExactProduct() {
    SplittableRandom random = new SplittableRandom(31);
    for (int i = 0; i < 200; i++) {
      int n = random.nextInt(1, 4);
      int kind = random.nextInt(4);
      List<Interval> box = new ArrayList<>();
      List<DensityPolynomial> polynomials = new ArrayList<>();
      for (int q = 0; q < n; q++) {
        box.add(side(random));
        polynomials.add(polynomial(random, box.get(q), kind));
      }
      int degree = degree(polynomials);
      BernsteinBasis basis = new BernsteinBasis(n + 1, degree + random.nextInt(2), Stop.NEVER);
      int scale = polynomials.stream().mapToInt(DensityPolynomial::scale).sum();
      int group = kind == 3 ? scale - random.nextInt(-200, 201) : 0;
      BernsteinDensity density = new BernsteinDensity(polynomials, box, basis, group);
      assertEquals(degree, density.degree());
      double[][] vertices = new double[n][n + 1];
      double[][] radii = new double[n][n + 1];
      for (int q = 0; q < n; q++) {
        Interval side = box.get(q);
        Arrays.setAll(vertices[q], v -> side.lower() + side.width() * 0.999 * random.nextDouble());
        if (random.nextInt(3) == 0) {
          Arrays.fill(radii[q], side.width() * 1e-6);
        }
      }
      double[] form = density.coefficients(vertices);
      double error = density.error(vertices, radii);
      assertTrue(error < Double.POSITIVE_INFINITY);
      for (int k = 0; k < 4; k++) {
        Rational[] lambda = BernsteinBasisTest.barycentric(random, n + 1);
        Rational[] z = new Rational[n];
        for (int q = 0; q < n; q++) {
          z[q] = Rational.ZERO;
          for (int v = 0; v <= n; v++) {
            // each vertex anywhere within its radius
            Rational share = Rational.of(random.nextInt(3) - 1L);
            Rational vertex = exact(vertices[q][v]).plus(share.times(exact(radii[q][v])));
            z[q] = z[q].plus(lambda[v].times(vertex));
          }
        }
        Rational truth = value(polynomials, group, z);
        Rational computed = BernsteinBasisTest.value(basis, degree, form, lambda);
        int number = i;
        assertTrue(
            truth.minus(computed).abs().compareTo(exact(error)) <= 0,
            () -> number + ": " + Arrays.toString(form) + " +- " + error);
        assertTrue(truth.abs().compareTo(exact(density.greatest())) <= 0);
      }
    }
  }

  /**
   * Half of the smallest double is 0, and so is what a coefficient multiplies, however large: the
   * form has no slope, but an error that says so.
   */
  @Test
  void subnormalCoordinatesTimesLargeCoefficientsAreWithinTheError() {
    double least = Double.MIN_VALUE;
    double steep = 1e300;
    Interval side = new Interval(-least, least);
    DensityPolynomial flat = new DensityPolynomial(0, new double[] {1, 1e-9}, 0, 0);
    DensityPolynomial line = new DensityPolynomial(0, new double[] {1e-19, steep}, 0, 0);
    List<DensityPolynomial> polynomials = List.of(flat, line);
    BernsteinBasis basis = new BernsteinBasis(3, 2, Stop.NEVER);
    BernsteinDensity density =
        new BernsteinDensity(polynomials, List.of(new Interval(-1, 1), side), basis, 0);
    double[][] vertices = {{-1, 1, 1}, {-least, -least, least}};
    double[] form = density.coefficients(vertices);
    Rational error = exact(density.error(vertices, new double[2][3]));
    Rational half = Rational.of(1, 2);
    for (int v = 0; v < 3; v++) {
      Rational[] lambda = {half, half, half};
      lambda[v] = Rational.ZERO;
      Rational computed = BernsteinBasisTest.value(basis, 2, form, lambda);
      Rational[] z = {Rational.ZERO, Rational.ZERO};
      for (int w = 0; w < 3; w++) {
        z[0] = z[0].plus(lambda[w].times(exact(vertices[0][w])));
        z[1] = z[1].plus(lambda[w].times(exact(vertices[1][w])));
      }
      Rational off = value(polynomials, 0, z).minus(computed).abs();
      assertTrue(off.compareTo(error) <= 0, () -> Arrays.toString(form) + " is off by " + off);
    }
  }

  @Test
  void remaindersOfTheFactorsMultiply() {
    SplittableRandom random = new SplittableRandom(32);
    for (int i = 0; i < 200; i++) {
      // constants: |f g - p q| <= |p| d + e (|q| + d), at the worst
      double p = random.nextDouble(-2, 2);
      double q = random.nextDouble(-2, 2);
      double e = random.nextDouble(0, 0.1);
      double d = random.nextDouble(0, 0.1);
      List<DensityPolynomial> polynomials =
          List.of(
              new DensityPolynomial(0, new double[] {p}, e, 0),
              new DensityPolynomial(0, new double[] {q}, d, 0));
      Interval side = new Interval(-1, 1);
      BernsteinDensity density =
          new BernsteinDensity(
              polynomials, List.of(side, side), new BernsteinBasis(3, 0, Stop.NEVER), 0);
      double[][] vertices = {{-1, 1, 1}, {-1, -1, 1}};
      Rational computed = exact(density.coefficients(vertices)[0]);
      Rational error = exact(density.error(vertices, new double[2][3]));
      for (int signs = 0; signs < 4; signs++) {
        Rational f = exact(p).plus(exact((signs & 1) == 0 ? e : -e));
        Rational g = exact(q).plus(exact((signs & 2) == 0 ? d : -d));
        assertTrue(f.times(g).minus(computed).abs().compareTo(error) <= 0);
      }
    }
  }

  @Test
  void aVertexOutOfReachHasNoError() {
    DensityPolynomial line = new DensityPolynomial(0, new double[] {1, 1}, 0, 0);
    BernsteinDensity density =
        new BernsteinDensity(
            List.of(line), List.of(new Interval(-1, 1)), new BernsteinBasis(2, 1, Stop.NEVER), 0);
    double[][] inside = {{-1, 1}};
    assertTrue(density.error(inside, new double[1][2]) < 1e-12);
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(infinity, density.error(new double[][] {{-1.01, 1}}, new double[1][2]));
    assertEquals(infinity, density.error(inside, new double[][] {{0, 0.1}}));
    assertEquals(infinity, density.error(inside, new double[][] {{0, infinity}}));
    assertTrue(density.error(inside, new double[][] {{0, 1e-6}}) >= 1e-6);
  }

  @Test
  void aProductOfNothingIsOne() {
    BernsteinDensity density =
        new BernsteinDensity(List.of(), List.of(), new BernsteinBasis(1, 0, Stop.NEVER), 0);
    assertEquals(0, density.degree());
    assertEquals(1, density.coefficients(new double[0][0])[0]);
    assertEquals(0, density.error(new double[0][0], new double[0][0]));
  }

  @Test
  void hopelessScalesAreNotWrong() {
    DensityPolynomial line = new DensityPolynomial(0, new double[] {1, 1}, 0, Integer.MIN_VALUE);
    Interval side = new Interval(-1, 1);
    BernsteinDensity tiny =
        new BernsteinDensity(
            List.of(line, line, line),
            List.of(side, side, side),
            new BernsteinBasis(4, 3, Stop.NEVER),
            -(1 << 20));
    assertTrue(tiny.greatest() < 1e-300);
    DensityPolynomial high = new DensityPolynomial(0, new double[] {1, 1}, 0, Integer.MAX_VALUE);
    BernsteinDensity huge =
        new BernsteinDensity(
            List.of(high, high),
            List.of(side, side),
            new BernsteinBasis(3, 2, Stop.NEVER),
            1 << 20);
    assertEquals(Double.POSITIVE_INFINITY, huge.greatest());
  }
}
