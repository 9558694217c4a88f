package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.RelativeError;
import surety.certificates.stop.Stop;

class VarsiRecursionTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  private static double uniform(double[] values, double t) {
    VarsiRecursion recursion = new VarsiRecursion(values.length, 0);
    assertTrue(recursion.prepare(values, t));
    return recursion.uniform();
  }

  /** The share of one Bernstein polynomial: the sum in which it alone has the weight 1. */
  private static double dirichlet(double[] values, int[] exponents, double t) {
    int degree = Arrays.stream(exponents).sum();
    BernsteinBasis basis = new BernsteinBasis(values.length, degree, Stop.NEVER);
    double[] coefficients = new double[basis.size(degree)];
    for (int a = 0; a < coefficients.length; a++) {
      coefficients[a] = Arrays.equals(index(basis, degree, a), exponents) ? 1 : 0;
    }
    return sum(basis, coefficients, degree, values, t);
  }

  private static int[] index(BernsteinBasis basis, int degree, int a) {
    int from = a * basis.vertices();
    return Arrays.copyOfRange(basis.exponents(degree), from, from + basis.vertices());
  }

  private static double sum(
      BernsteinBasis basis, double[] coefficients, int degree, double[] values, double t) {
    VarsiRecursion recursion = new VarsiRecursion(values.length, degree);
    assertTrue(recursion.prepare(values, t));
    return isOpen(values, t)
        ? recursion.sum(coefficients, basis.plan(degree, recursion.belowMask()))
        : recursion.uniform() * Arrays.stream(coefficients).sum();
  }

  /** Whether some vertices are below and some are not. */
  private static boolean isOpen(double[] values, double t) {
    return Arrays.stream(values).anyMatch(v -> v < t)
        && Arrays.stream(values).anyMatch(v -> v >= t);
  }

  /** The computed share is within the stated errors of the exact one. */
  private static void check(double computed, Rational truth, int knots, String what) {
    Rational relative = truth.times(exact(VarsiRecursion.relativeError(knots)));
    Rational allowed = relative.plus(exact(VarsiRecursion.absoluteError(knots)));
    Rational off = exact(computed).minus(truth).abs();
    assertTrue(off.compareTo(allowed) <= 0, () -> what + " gave " + computed);
  }

  private static List<Rational> knots(double[] values, int[] exponents) {
    List<Rational> knots = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k <= exponents[i]; k++) {
        knots.add(exact(values[i]));
      }
    }
    return knots;
  }

  /** Knots of all kinds: everyday, on a grid, nearly equal, of huge ratios, subnormal. */
  private static double[] values(SplittableRandom random, int count) {
    double[] values = new double[count];
    int kind = random.nextInt(5);
    int range = random.nextInt(50) == 0 ? 300 : 20;
    double base = random.nextInt(-8, 9) * 0.25;
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (kind) {
            case 0 -> (float) random.nextDouble(-1, 1);
            case 1 -> random.nextInt(-3, 4) * 0.5;
            case 2 -> base + random.nextInt(-4, 5) * Math.ulp(base);
            case 3 -> Math.scalb((double) random.nextInt(-64, 65), random.nextInt(-range, range));
            default -> random.nextInt(-9, 10) * Double.MIN_VALUE;
          };
    }
    return values;
  }

  private static double threshold(SplittableRandom random, double[] values) {
    double a = values[random.nextInt(values.length)];
    double b = values[random.nextInt(values.length)];
    return switch (random.nextInt(4)) {
      case 0 -> a;
      case 1 -> Math.nextUp(a);
      default -> 0.5 * a + 0.5 * b;
    };
  }

  private static boolean allEqual(double[] values) {
    return Arrays.stream(values).allMatch(v -> v == values[0]);
  }

  @Test
  void uniformSharesAreWithinTheirErrorsOfTheExactOnes() {
    SplittableRandom random = new SplittableRandom(71);
    for (int i = 0; i < 2500; i++) {
      double[] values = values(random, random.nextInt(2, 7));
      double t = threshold(random, values);
      if (allEqual(values)) {
        continue;
      }
      Rational truth = Spline.share(knots(values, new int[values.length]), exact(t));
      String what = Arrays.toString(values) + " <= " + t;
      check(uniform(values, t), truth, values.length, what);
    }
  }

  @Test
  void sumsAreWithinTheirErrorsOfTheExactOnes() {
    SplittableRandom random = new SplittableRandom(72);
    int open = 0;
    for (int i = 0; i < 400; i++) {
      double[] values = values(random, random.nextInt(2, 6));
      int degree = random.nextInt(values.length > 3 ? 3 : 6);
      BernsteinBasis basis = new BernsteinBasis(values.length, degree, Stop.NEVER);
      double[] coefficients = coefficients(random, basis.size(degree));
      double t = threshold(random, values);
      if (!isOpen(values, t)) {
        continue;
      }
      open++;
      Rational truth = Rational.ZERO;
      Rational magnitude = Rational.ZERO;
      double largest = 0;
      for (int a = 0; a < coefficients.length; a++) {
        Rational share = Spline.share(knots(values, index(basis, degree, a)), exact(t));
        Rational term = share.times(exact(coefficients[a]));
        truth = truth.plus(term);
        magnitude = magnitude.plus(term.abs());
        largest = Math.max(largest, Math.abs(coefficients[a]));
      }
      VarsiRecursion recursion = new VarsiRecursion(values.length, degree);
      assertTrue(recursion.prepare(values, t));
      RecursionPlan plan = basis.plan(degree, recursion.belowMask());
      double sum = recursion.sum(coefficients, plan);
      Rational absolute =
          exact(VarsiRecursion.absoluteError(values.length + degree))
              .times(Rational.of(coefficients.length))
              .times(exact(largest).plus(Rational.ONE));
      Rational relative = magnitude.times(exact(RelativeError.gamma(plan.roundings())));
      Rational off = exact(sum).minus(truth).abs();
      int number = i;
      assertTrue(off.compareTo(relative.plus(absolute)) <= 0, () -> number + " gave " + sum);
    }
    assertTrue(open > 200, "only " + open);
  }

  /** Of both signs, of huge ratios, or so small that products underflow. */
  private static double[] coefficients(SplittableRandom random, int count) {
    double[] coefficients = new double[count];
    int kind = random.nextInt(4);
    Arrays.setAll(
        coefficients,
        a ->
            switch (kind) {
              case 0 -> random.nextDouble();
              case 1 -> random.nextDouble(-1, 1);
              case 2 -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-300, 300));
              default -> random.nextInt(-9, 10) * Double.MIN_VALUE;
            });
    return coefficients;
  }

  @Test
  void sumsAreThoseOfTheRecursionForEachExponent() {
    SplittableRandom random = new SplittableRandom(76);
    for (int vertices = 2; vertices <= 7; vertices++) {
      for (int degree = 0; degree <= (vertices > 5 ? 4 : 9); degree++) {
        BernsteinBasis basis = new BernsteinBasis(vertices, degree, Stop.NEVER);
        for (int k = 1; k < vertices; k++) {
          double[] values = random.doubles(vertices, -1, 1).toArray();
          double[] sorted = values.clone();
          Arrays.sort(sorted);
          double t = random.nextDouble(sorted[k - 1], sorted[k]); // k vertices are below
          double[] coefficients = random.doubles(basis.size(degree), -1, 1).toArray();
          double naive =
              NaiveShare.sum(new BernsteinForm(basis, degree, coefficients, 0), values, t);
          double sum = sum(basis, coefficients, degree, values, t);
          assertEquals(naive, sum, 1e-13 * coefficients.length);
        }
      }
    }
  }

  @Test
  void eachShareIsThatOfTheRecursionForItsExponent() {
    SplittableRandom random = new SplittableRandom(77);
    for (int i = 0; i < 1500; i++) {
      double[] values = random.doubles(random.nextInt(2, 5), -1, 1).toArray();
      int[] exponents = new int[values.length];
      Arrays.setAll(exponents, k -> random.nextInt(3));
      double t = threshold(random, values);
      String what = Arrays.toString(values) + Arrays.toString(exponents) + " <= " + t;
      assertEquals(
          NaiveShare.of(values, exponents, 0, t), dirichlet(values, exponents, t), 1e-13, what);
    }
  }

  @Test
  void sharesOfAnyDoublesAtAllAreRightOrRefused() {
    SplittableRandom random = new SplittableRandom(73);
    for (int i = 0; i < 300; i++) {
      double[] values = new double[random.nextInt(2, 5)];
      Arrays.setAll(values, k -> Doubles.any(random));
      double t = random.nextBoolean() ? values[0] : Doubles.any(random);
      VarsiRecursion recursion = new VarsiRecursion(values.length, 0);
      if (recursion.prepare(values, t) && !allEqual(values)) {
        Rational truth = Spline.share(knots(values, new int[values.length]), exact(t));
        String what = Arrays.toString(values) + " <= " + t;
        check(recursion.uniform(), truth, values.length, what);
      }
    }
  }

  @Test
  void dirichletWithoutExponentsIsUniform() {
    SplittableRandom random = new SplittableRandom(74);
    for (int i = 0; i < 500; i++) {
      double[] values = values(random, random.nextInt(1, 9));
      double t = threshold(random, values);
      assertEquals(uniform(values, t), dirichlet(values, new int[values.length], t), 1e-14);
    }
  }

  @Test
  void theOraclesAgree() {
    SplittableRandom random = new SplittableRandom(75);
    for (int i = 0; i < 20; i++) {
      double[] values = new double[random.nextInt(3, 6)];
      Arrays.setAll(values, k -> random.nextDouble(-1, 1));
      Arrays.sort(values);
      double t = random.nextDouble(values[0], values[values.length - 1]);
      List<Rational> knots = knots(values, new int[values.length]);
      Rational share = Spline.share(knots, exact(t));
      assertEquals(Spline.truncatedPowers(knots, exact(t)), share);
      assertEquals(share.doubleFloor(), Spline.integrated(values, t), 1e-6);
      assertEquals(share.doubleFloor(), uniform(values, t), 1e-12);
    }
  }

  @Test
  void repeatedKnotsAreTheIntegralOfTheirSpline() {
    double[] values = {-1, 0.25, 2};
    int[] exponents = {1, 2, 0};
    double[] knots = {-1, -1, 0.25, 0.25, 0.25, 2};
    for (double t : new double[] {-0.9, -0.25, 0.25, 0.5, 1.75}) {
      assertEquals(Spline.integrated(knots, t), dirichlet(values, exponents, t), 1e-6);
    }
  }

  @Test
  void extremes() {
    assertEquals(1, uniform(new double[] {-1, -2, -3}, 0)); // all below
    assertEquals(0, uniform(new double[] {1, 2, 3}, 0)); // none below
    assertEquals(0, uniform(new double[] {0, 0, 0}, 0)); // all equal to t: none is below
    assertEquals(1, uniform(new double[] {-1, 0, 0}, 0)); // the rest equal to t
    assertEquals(0, uniform(new double[] {1, 0, 0}, 0));
    assertEquals(0.25, uniform(new double[] {-1, 1, 1}, 0));
    assertEquals(0.75, uniform(new double[] {-1, -1, 1}, 0));
    assertEquals(1, uniform(new double[] {-INFINITY, -INFINITY}, 0));
    assertEquals(0, uniform(new double[] {INFINITY, INFINITY}, 0));
    assertEquals(1, uniform(new double[] {3, Double.MAX_VALUE}, INFINITY));
    assertEquals(0, uniform(new double[] {3, -Double.MAX_VALUE}, -INFINITY));
    assertEquals(0.5, dirichlet(new double[] {-1, 1}, new int[] {20, 20}, 0), 1e-14);
  }

  @Test
  void differencesThatOverflowAreRefused() {
    VarsiRecursion recursion = new VarsiRecursion(2, 0);
    assertFalse(recursion.prepare(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 0));
    assertFalse(recursion.prepare(new double[] {-INFINITY, 1}, 0));
    assertFalse(recursion.prepare(new double[] {-1, INFINITY}, 0));
    assertFalse(recursion.prepare(new double[] {Double.MAX_VALUE, INFINITY}, INFINITY));
  }

  @Test
  void anObjectMayBeUsedAgain() {
    VarsiRecursion recursion = new VarsiRecursion(3, 3);
    assertTrue(recursion.prepare(new double[] {-1, -1, 1}, 0));
    assertEquals(0.75, recursion.uniform());
    BernsteinBasis basis = new BernsteinBasis(3, 3, Stop.NEVER);
    RecursionPlan plan = basis.plan(3, recursion.belowMask());
    double[] ones = new double[basis.size(3)];
    Arrays.fill(ones, 1);
    assertEquals(7.5, recursion.sum(ones, plan), 1e-13);
    assertEquals(0.75, recursion.uniform());
    assertEquals(7.5, recursion.sum(ones, plan), 1e-13);
    assertTrue(recursion.prepare(new double[] {1, -1, 1}, 0));
    assertEquals(0.25, recursion.uniform());
  }
}
