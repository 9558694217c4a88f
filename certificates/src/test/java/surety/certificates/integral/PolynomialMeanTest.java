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

class PolynomialMeanTest {
  /** A polynomial in the barycentric coordinates: coefficients by exponents. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Term(int[] exponents, Rational coefficient) {}

  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /** By multiplying out, and E[lambda^a] = a! n! / (n + |a|)! for each term. */
  private static Rational mean(double[][] coefficients, double[][] vertices) {
    int n = coefficients.length;
    List<Term> product = List.of(new Term(new int[n + 1], Rational.ONE));
    for (int q = 0; q < n; q++) {
      List<Term> power = product;
      List<Term> next = new ArrayList<>();
      for (double a : coefficients[q]) {
        for (Term term : power) {
          next.add(new Term(term.exponents, term.coefficient.times(exact(a))));
        }
        power = timesLinear(power, vertices[q]);
      }
      product = next;
    }
    Rational sum = Rational.ZERO;
    for (Term term : product) {
      sum = sum.plus(term.coefficient.times(dirichlet(term.exponents)));
    }
    return sum;
  }

  private static List<Term> timesLinear(List<Term> terms, double[] values) {
    List<Term> product = new ArrayList<>();
    for (Term term : terms) {
      for (int i = 0; i < values.length; i++) {
        int[] exponents = term.exponents.clone();
        exponents[i]++;
        product.add(new Term(exponents, term.coefficient.times(exact(values[i]))));
      }
    }
    return product;
  }

  private static Rational dirichlet(int[] exponents) {
    Rational moment = Rational.ONE;
    int divisor = exponents.length - 1;
    for (int a : exponents) {
      for (int k = 1; k <= a; k++) {
        divisor++;
        moment = moment.times(Rational.of(k, divisor));
      }
    }
    return moment;
  }

  private static double[] random(SplittableRandom random, int count, double size) {
    double[] values = new double[count];
    Arrays.setAll(values, k -> size * random.nextDouble(-1, 1));
    return values;
  }

  @Test
  void enclosesTheExactMean() {
    SplittableRandom random = new SplittableRandom(5);
    for (int run = 0; run < 100; run++) {
      int n = random.nextInt(1, 4);
      double[] sizes = {1, 1e-5, 1e5, 1e-160, 1e-310};
      double size = sizes[random.nextInt(sizes.length)];
      double length = Math.scalb(1.0, random.nextInt(-6, 3));
      List<DensityPolynomial> polynomials = new ArrayList<>();
      List<Interval> box = new ArrayList<>();
      double[][] coefficients = new double[n][];
      double[][] vertices = new double[n][];
      int degree = 0;
      for (int q = 0; q < n; q++) {
        coefficients[q] = random(random, random.nextInt(1, n == 3 ? 4 : 6), q == 0 ? size : 1);
        degree += coefficients[q].length - 1;
        polynomials.add(new DensityPolynomial(0, coefficients[q], 0, 0));
        box.add(Interval.of(-length, length));
        vertices[q] = random(random, n + 1, length);
      }
      BernsteinDensity density =
          BernsteinDensity.ofProduct(
              polynomials, box, new BernsteinBasis(n + 1, degree, Stop.NEVER), 0);
      Rational mean = mean(coefficients, vertices);
      Interval enclosure = density.mean(vertices, new double[n][n + 1]);
      boolean isNegative = mean.signum() < 0; // of no density; then nothing but 0 is left
      assertTrue(isNegative || enclosure.contains(mean), () -> enclosure + " misses " + mean);
      if (size >= 1e-160) {
        double scale = size * Math.max(1, Math.pow(length, degree)) * 100;
        assertTrue(enclosure.width() <= scale * 1e-12, enclosure::toString);
      }
    }
  }

  /** E[x^2] = 1/3 on the unit interval, E[x^2 y] = 2! 1! 2! / 5! on the triangle, times numbers. */
  @Test
  void isThatOfClosedForms() {
    double[][] square = {{0, 0, 3}};
    assertEquals(1, mean(square, 3).of(new double[][] {{0, 1}}), 1e-15);
    double[][] product = {{0, 0, 30}, {0, 1}};
    double[][] triangle = {{0, 1, 0}, {0, 0, 1}};
    assertEquals(1, mean(product, 10).of(triangle), 1e-15);
  }

  private static PolynomialMean mean(double[][] product, int forms) {
    int[] lengths = Arrays.stream(product).mapToInt(row -> row.length).toArray();
    return new PolynomialMean(NestedPolynomial.ofProduct(List.of(product)), lengths, 1, forms);
  }

  @Test
  void aVertexOutOfReachLeavesTheGreatestDensity() {
    BernsteinDensity density =
        BernsteinDensity.ofProduct(
            List.of(new DensityPolynomial(0, new double[] {1, 1}, 0.5, 0)),
            List.of(Interval.of(-1, 1)),
            new BernsteinBasis(2, 1, Stop.NEVER),
            0);
    Interval mean = density.mean(new double[][] {{0, 2}}, new double[1][2]);
    assertEquals(0, mean.lower());
    assertTrue(mean.upper() >= 2.5 && mean.upper() < 2.51, mean::toString);
    Interval wide = density.mean(new double[][] {{0, 1}}, new double[1][2]);
    assertTrue(wide.contains(Rational.ONE) && wide.contains(Rational.of(2)), wide::toString);
  }

  @Test
  void whatOverflowsIsUnknown() {
    BernsteinDensity density =
        BernsteinDensity.ofProduct(
            List.of(new DensityPolynomial(0, new double[] {1e308, 1e308}, 0, 0)),
            List.of(Interval.of(-8, 8)),
            new BernsteinBasis(2, 1, Stop.NEVER),
            0);
    Interval mean = density.mean(new double[][] {{8, 8}}, new double[1][2]);
    assertEquals(0, mean.lower());
    assertEquals(Double.POSITIVE_INFINITY, mean.upper());
  }

  /** A product of magnitude 1, one of whose moments is beyond all doubles, and negative. */
  @Test
  void whatOverflowsDownwardIsUnknown() {
    DensityPolynomial line = new DensityPolynomial(0, new double[] {1, 1e-300}, 0, 0);
    Interval side = Interval.of(-1e200, 1e200);
    BernsteinDensity density =
        BernsteinDensity.ofProduct(
            List.of(line, line), List.of(side, side), new BernsteinBasis(3, 2, Stop.NEVER), 0);
    double[][] vertices = {{-1e200, -1e200, -1e200}, {1e200, 1e200, 1e200}};
    Interval mean = density.mean(vertices, new double[2][3]);
    assertTrue(mean.contains(1), mean::toString);
  }

  /** Two for each vertex, power and coordinate, and then one for each power and coordinate. */
  @Test
  void underflowCountsHalfASubnormalOfEachProduct() {
    double growth = 0x1p1000;
    for (int n = 1; n <= 6; n++) {
      int[] lengths = new int[n];
      Arrays.fill(lengths, 3);
      double[][] rows = new double[n][3];
      double size = Math.pow(3, n);
      double products = 2 * size * n * (n + 1) + size * n;
      NestedPolynomial polynomial = NestedPolynomial.ofProduct(List.of(rows));
      double allowed = new PolynomialMean(polynomial, lengths, growth, 10).underflow();
      assertTrue(allowed >= products / 2 * Double.MIN_VALUE * 10 * growth, "in " + n);
      assertTrue(allowed <= 8 * products * Double.MIN_VALUE * 10 * growth, "in " + n);
    }
  }
}
