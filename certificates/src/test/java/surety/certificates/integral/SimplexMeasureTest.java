package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.stop.Stop;

class SimplexMeasureTest {
  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  private static BigInteger factorial(int n) {
    return n <= 1 ? BigInteger.ONE : BigInteger.valueOf(n).multiply(factorial(n - 1));
  }

  /** A product of polynomials with vertices on a grid, where all is exact in rationals. */
  private static final class Case {
    final int n;
    final List<DensityPolynomial> polynomials = new ArrayList<>();
    final List<Interval> box = new ArrayList<>();
    final double[][] vertices;
    final BernsteinDensity density;
    final SimplexMeasure measure;
    final double[] values;

    Case(SplittableRandom random) {
      n = random.nextInt(1, 4);
      for (int q = 0; q < n; q++) {
        double[] coefficients = new double[random.nextInt(1, n == 3 ? 3 : 4)];
        Arrays.setAll(coefficients, k -> random.nextInt(0, 9) * 0.125);
        coefficients[coefficients.length - 1] = 0.5;
        box.add(new Interval(-2, 2));
        polynomials.add(new DensityPolynomial(0, coefficients, 0, 0));
      }
      vertices = new double[n][n + 1];
      for (double[] row : vertices) {
        Arrays.setAll(row, i -> random.nextInt(0, 5) * 0.5); // where no density is negative
      }
      int degree = polynomials.stream().mapToInt(p -> p.coefficients().length - 1).sum();
      density =
          BernsteinDensity.ofProduct(
              polynomials, box, new BernsteinBasis(n + 1, degree, Stop.NEVER), 0);
      measure = new SimplexMeasure(density.form(vertices, new double[n][n + 1]), 0.25, 0.25);
      values = new double[n + 1];
      Arrays.setAll(values, i -> random.nextInt(-4, 5) * 0.25);
    }

    /**
     * The mean of the density over the simplex where the values are below t, by moments: a monomial
     * of barycentric coordinates {@code lambda^a} is, up to {@code n! a! / (n + |a|)!}, the density
     * of a Dirichlet distribution, whose share is the integral of a spline.
     */
    Rational mean(Rational t) {
      List<Integer> none = new ArrayList<>();
      return expand(0, 0, none, Rational.ONE, t);
    }

    /** Expands the product of polynomials into monomials, coordinate by coordinate. */
    private Rational expand(int q, int k, List<Integer> chosen, Rational factor, Rational t) {
      if (q == n) {
        return factor.times(moment(chosen, t));
      }
      double[] coefficients = polynomials.get(q).coefficients();
      Rational sum = Rational.ZERO;
      if (k < coefficients.length) {
        // this power of the coordinate, and then the higher ones
        sum = expand(q + 1, 0, chosen, factor.times(exact(coefficients[k])), t);
        for (int i = 0; i <= n && k + 1 < coefficients.length; i++) {
          List<Integer> more = new ArrayList<>(chosen);
          more.add(i);
          sum = sum.plus(power(q, k + 1, more, factor.times(exact(vertices[q][i])), t));
        }
      }
      return sum;
    }

    /** As many vertices as the power says have been chosen for coordinate q. */
    private Rational power(int q, int k, List<Integer> chosen, Rational factor, Rational t) {
      return factor.isZero() ? Rational.ZERO : expand(q, k, chosen, factor, t);
    }

    private Rational moment(List<Integer> chosen, Rational t) {
      int[] exponents = new int[n + 1];
      chosen.forEach(i -> exponents[i]++);
      List<Rational> knots = new ArrayList<>();
      BigInteger numerator = factorial(n);
      for (int i = 0; i <= n; i++) {
        numerator = numerator.multiply(factorial(exponents[i]));
        for (int k = 0; k <= exponents[i]; k++) {
          knots.add(exact(values[i]));
        }
      }
      Rational integral = Rational.of(numerator, factorial(n + chosen.size()));
      Rational first = knots.get(0);
      if (knots.stream().allMatch(first::equals)) {
        return first.compareTo(t) < 0 ? integral : Rational.ZERO;
      }
      return integral.times(Spline.share(knots, t));
    }
  }

  private static void requireWithin(double lower, double upper, Rational truth, double gap) {
    assertTrue(exact(lower).compareTo(truth) <= 0, () -> lower + " > " + truth);
    assertTrue(exact(upper).compareTo(truth) >= 0, () -> upper + " < " + truth);
    assertTrue(upper - lower <= gap, () -> lower + " to " + upper);
  }

  @Test
  void massesAndPartsContainTheExactIntegrals() {
    SplittableRandom random = new SplittableRandom(33);
    for (int i = 0; i < 60; i++) {
      Case c = new Case(random);
      Rational volume = exact(0.25);
      Rational mass = c.mean(Rational.of(100)).times(volume);
      double gap = 1e-10 * (1 + c.density.greatest());
      requireWithin(c.measure.massLower(), c.measure.massUpper(), mass, gap);
      VarsiRecursion recursion = new VarsiRecursion(c.n + 1, c.density.degree());
      for (double t : new double[] {-0.5, 0.1, 0.25}) {
        assertTrue(recursion.prepare(c.values, t));
        Rational below = c.mean(exact(t)).times(volume);
        double lower = c.measure.belowLower(recursion);
        double upper = c.measure.belowUpper(recursion);
        requireWithin(lower, upper, below, gap);
      }
    }
  }

  private static BernsteinForm constant(double value, double error) {
    return new BernsteinForm(new BernsteinBasis(2, 0, Stop.NEVER), 0, new double[] {value}, error);
  }

  @Test
  void errorsOfTheDensityWidenByTheShare() {
    SimplexMeasure exactly = new SimplexMeasure(constant(1, 0), 1, 1);
    assertEquals(1, exactly.massLower());
    assertEquals(1, exactly.massUpper());
    SimplexMeasure vague = new SimplexMeasure(constant(1, 0.5), 1, 1);
    assertEquals(0.5, vague.massLower());
    assertEquals(1.5, vague.massUpper());
    VarsiRecursion recursion = new VarsiRecursion(2, 0);
    assertTrue(recursion.prepare(new double[] {-1, 3}, 0));
    assertEquals(0.125, vague.belowLower(recursion), 1e-12);
    assertEquals(0.375, vague.belowUpper(recursion), 1e-12);
    assertTrue(recursion.prepare(new double[] {0, 3}, 0));
    assertEquals(0, vague.belowUpper(recursion));
    assertTrue(recursion.prepare(new double[] {-1, 0}, 0));
    assertEquals(0.5, vague.belowLower(recursion));
    assertEquals(1.5, vague.belowUpper(recursion));
    SimplexMeasure unknown = new SimplexMeasure(constant(0, Double.POSITIVE_INFINITY), 1, 1);
    assertEquals(0, unknown.massLower());
    assertEquals(Double.POSITIVE_INFINITY, unknown.massUpper());
    SimplexMeasure negative = new SimplexMeasure(constant(-1, 0), 1, 1);
    assertEquals(0, negative.massUpper());
  }

  @Test
  void volumesAreRoundedOutward() {
    SimplexMeasure tiny = new SimplexMeasure(constant(0.3, 0), Double.MIN_VALUE, Double.MIN_VALUE);
    assertEquals(0, tiny.massLower());
    assertEquals(Double.MIN_VALUE, tiny.massUpper());
  }
}
