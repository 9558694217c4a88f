package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
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
    return shifted(product, power);
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

  /** A weight of a summand, and the exact one that is meant. */
  private record Weight(ScaledInterval enclosure, Rational meant) {
    static Weight random(SplittableRandom random, int kind) {
      double middle = random.nextDouble();
      int scale = kind == 3 ? random.nextInt(-1200, 1201) : 0;
      return switch (random.nextInt(3)) {
        case 0 -> new Weight(ScaledInterval.ONE, Rational.ONE);
        case 1 -> of(Interval.of(middle), exact(middle), scale);
        default -> of(new Interval(middle * 0.9, middle), exact(middle * 0.93), scale);
      };
    }

    private static Weight of(Interval value, Rational exact, int scale) {
      return new Weight(new ScaledInterval(value, scale), shifted(exact, scale));
    }
  }

  private static Rational shifted(Rational number, int power) {
    Rational factor = Rational.of(BigInteger.TWO.pow(Math.abs(power)), BigInteger.ONE);
    return power >= 0 ? number.times(factor) : number.dividedBy(factor);
  }

  @Test
  void formsAreWithinTheirErrorOfTheExactSum() {
    SplittableRandom random = new SplittableRandom(31);
    for (int i = 0; i < 400; i++) {
      int n = random.nextInt(1, 4);
      int kind = random.nextInt(4);
      List<Interval> box = new ArrayList<>();
      for (int q = 0; q < n; q++) {
        box.add(side(random));
      }
      List<DensityProduct> summands = new ArrayList<>();
      List<Rational> weights = new ArrayList<>();
      int[] degrees = new int[n];
      for (int m = random.nextInt(1, 4); m > 0; m--) {
        List<DensityPolynomial> polynomials = new ArrayList<>();
        for (int q = 0; q < n; q++) {
          polynomials.add(polynomial(random, box.get(q), kind));
          degrees[q] = Math.max(degrees[q], polynomials.get(q).coefficients().length - 1);
        }
        Weight weight = Weight.random(random, kind);
        summands.add(new DensityProduct(weight.enclosure, polynomials));
        weights.add(weight.meant);
      }
      int degree = Arrays.stream(degrees).sum();
      BernsteinBasis basis = new BernsteinBasis(n + 1, degree + random.nextInt(2), Stop.NEVER);
      int group = kind == 3 ? random.nextInt(-200, 201) : 0;
      BernsteinDensity density = new BernsteinDensity(summands, box, basis, group);
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
      if (error == Double.POSITIVE_INFINITY) {
        assertEquals(3, kind); // overflowed
        continue;
      }
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
        Rational truth = Rational.ZERO;
        for (int m = 0; m < weights.size(); m++) {
          Rational product = value(summands.get(m).polynomials(), group, z);
          truth = truth.plus(product.times(weights.get(m)));
        }
        Rational computed = BernsteinBasisTest.value(basis, degree, form, lambda);
        int number = i;
        Rational off = truth.minus(computed).abs();
        assertTrue(
            off.compareTo(exact(error)) <= 0,
            () -> number + ": " + Arrays.toString(form) + " +- " + error);
        for (int lower = 0; lower < degree; lower++) {
          BernsteinForm near = density.form(vertices, radii).lowered(lower);
          Rational at = BernsteinBasisTest.value(basis, near.degree(), near.coefficients(), lambda);
          assertTrue(
              near.error() == Double.POSITIVE_INFINITY
                  || truth.minus(at).abs().compareTo(exact(near.error())) <= 0,
              () -> number + ": " + near);
        }
        assertTrue(truth.abs().compareTo(exact(density.greatest())) <= 0);
      }
    }
  }

  /**
   * Over a Kuhn simplex, and over parts of parts of it, the form is within its error of the sum,
   * wherever in their enclosures the box's ends are.
   */
  @Test
  void kuhnFormsAndTheirPartsAreWithinTheirErrorOfTheExactSum() {
    SplittableRandom random = new SplittableRandom(34);
    int dropped = 0;
    for (int run = 0; run < 400; run++) {
      int n = random.nextInt(1, 4);
      int kind = random.nextInt(4);
      List<Interval> box = new ArrayList<>();
      double[][] vertices = new double[n][n + 1];
      double[][] radii = new double[n][n + 1];
      Rational[][] ends = new Rational[n][2];
      int[] order = BernsteinBasisTest.permutation(random, n);
      for (int q = 0; q < n; q++) {
        Interval side = side(random);
        box.add(side);
        double radius = random.nextInt(3) == 0 ? side.width() * 1e-6 : 0;
        double[] corner = {side.lower() + 2 * radius, side.upper() - 2 * radius};
        int rises = place(order, q) + 1;
        Arrays.setAll(vertices[q], v -> corner[v < rises ? 0 : 1]);
        Arrays.fill(radii[q], radius);
        for (int end = 0; end < 2; end++) {
          Rational off = exact(radius).times(Rational.of(random.nextInt(3) - 1L));
          ends[q][end] = exact(corner[end]).plus(off);
        }
      }
      List<DensityProduct> summands = new ArrayList<>();
      List<Rational> weights = new ArrayList<>();
      int degree = 0;
      int[] degrees = new int[n];
      for (int m = random.nextInt(1, 4); m > 0; m--) {
        List<DensityPolynomial> polynomials = new ArrayList<>();
        for (int q = 0; q < n; q++) {
          polynomials.add(polynomial(random, box.get(q), kind));
          degrees[q] = Math.max(degrees[q], polynomials.get(q).coefficients().length - 1);
        }
        Weight weight = Weight.random(random, kind);
        summands.add(new DensityProduct(weight.enclosure, polynomials));
        weights.add(weight.meant);
      }
      degree = Arrays.stream(degrees).sum();
      BernsteinBasis basis = new BernsteinBasis(n + 1, degree, Stop.NEVER);
      int group = kind == 3 ? random.nextInt(-200, 201) : 0;
      BernsteinDensity density = new BernsteinDensity(summands, box, basis, group);
      BernsteinForm form = density.kuhnForm(vertices, radii, Arrays.stream(order).boxed().toList());
      dropped += form.degree() < degree ? 1 : 0;
      Rational[][] corners = new Rational[n + 1][n];
      for (int v = 0; v <= n; v++) {
        for (int q = 0; q < n; q++) {
          corners[v][q] = ends[q][place(order, q) < v ? 1 : 0];
        }
      }
      for (int cuts = 0; cuts < 5; cuts++) {
        if (form.error() == Double.POSITIVE_INFINITY) {
          assertEquals(3, kind); // overflowed
          break;
        }
        Rational[] lambda = BernsteinBasisTest.barycentric(random, n + 1);
        Rational[] z = new Rational[n];
        for (int q = 0; q < n; q++) {
          z[q] = Rational.ZERO;
          for (int v = 0; v <= n; v++) {
            z[q] = z[q].plus(lambda[v].times(corners[v][q]));
          }
        }
        Rational truth = Rational.ZERO;
        for (int m = 0; m < weights.size(); m++) {
          Rational product = value(summands.get(m).polynomials(), group, z);
          truth = truth.plus(product.times(weights.get(m)));
        }
        Rational off =
            truth
                .minus(BernsteinBasisTest.value(basis, form.degree(), form.coefficients(), lambda))
                .abs();
        BernsteinForm shown = form;
        assertTrue(off.compareTo(exact(form.error())) <= 0, () -> shown + " is off by " + off);
        int j = random.nextInt(1, n + 1);
        int i = random.nextInt(j);
        double ratio = random.nextDouble(0.01, 1);
        boolean isFirst = random.nextBoolean();
        Rational[] w = new Rational[n];
        for (int q = 0; q < n; q++) {
          Rational edge = corners[j][q].minus(corners[i][q]);
          w[q] = corners[i][q].plus(edge.times(exact(ratio)));
        }
        corners[isFirst ? j : i] = w;
        form = form.part(i, j, ratio, isFirst);
      }
    }
    assertTrue(dropped > 20, "dropped " + dropped);
  }

  private static int place(int[] order, int q) {
    return IntStream.range(0, order.length).filter(k -> order[k] == q).findFirst().orElseThrow();
  }

  /** The forms of sums are as good as the sum of forms. */
  @Test
  void manySummandsLoseNothing() {
    SplittableRandom random = new SplittableRandom(33);
    Interval side = new Interval(-1, 1);
    List<DensityProduct> summands = new ArrayList<>();
    for (int m = 0; m < 50; m++) {
      List<DensityPolynomial> polynomials = new ArrayList<>();
      for (int q = 0; q < 3; q++) {
        double[] coefficients = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        polynomials.add(new DensityPolynomial(0, coefficients, 0, 0));
      }
      summands.add(new DensityProduct(ScaledInterval.of(Interval.of(0.02)), polynomials));
    }
    BernsteinDensity density =
        new BernsteinDensity(
            summands, List.of(side, side, side), new BernsteinBasis(4, 6, Stop.NEVER), 0);
    double[][] vertices = {{-1, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    assertTrue(density.error(vertices, new double[3][4]) < 1e-12);
  }

  @Test
  void summandsOfOtherCentresAreRefused() {
    DensityPolynomial at0 = new DensityPolynomial(0, new double[] {1}, 0, 0);
    DensityPolynomial at1 = new DensityPolynomial(1, new double[] {1}, 0, 0);
    List<DensityProduct> summands =
        List.of(
            new DensityProduct(ScaledInterval.ONE, List.of(at0)),
            new DensityProduct(ScaledInterval.ONE, List.of(at1)));
    BernsteinBasis basis = new BernsteinBasis(2, 0, Stop.NEVER);
    List<Interval> box = List.of(new Interval(-1, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new BernsteinDensity(summands, box, basis, 0));
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
        BernsteinDensity.ofProduct(polynomials, List.of(new Interval(-1, 1), side), basis, 0);
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
          BernsteinDensity.ofProduct(
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
        BernsteinDensity.ofProduct(
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
        BernsteinDensity.ofProduct(List.of(), List.of(), new BernsteinBasis(1, 0, Stop.NEVER), 0);
    assertEquals(0, density.degree());
    assertEquals(1, density.coefficients(new double[0][0])[0]);
    assertEquals(0, density.error(new double[0][0], new double[0][0]));
  }

  @Test
  void hopelessScalesAreNotWrong() {
    DensityPolynomial line = new DensityPolynomial(0, new double[] {1, 1}, 0, Integer.MIN_VALUE);
    Interval side = new Interval(-1, 1);
    BernsteinDensity tiny =
        BernsteinDensity.ofProduct(
            List.of(line, line, line),
            List.of(side, side, side),
            new BernsteinBasis(4, 3, Stop.NEVER),
            -(1 << 20));
    assertTrue(tiny.greatest() < 1e-300);
    DensityPolynomial high = new DensityPolynomial(0, new double[] {1, 1}, 0, Integer.MAX_VALUE);
    BernsteinDensity huge =
        BernsteinDensity.ofProduct(
            List.of(high, high),
            List.of(side, side),
            new BernsteinBasis(3, 2, Stop.NEVER),
            1 << 20);
    assertEquals(Double.POSITIVE_INFINITY, huge.greatest());
  }
}
