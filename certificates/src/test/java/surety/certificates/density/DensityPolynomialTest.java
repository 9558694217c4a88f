package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class DensityPolynomialTest {
  private static Apfloat evaluate(DensityPolynomial p, double z) {
    Apfloat h = Precise.of(z).subtract(Precise.of(p.centre()));
    Apfloat sum = Precise.of(0);
    for (int k = p.coefficients().length - 1; k >= 0; k--) {
      sum = sum.multiply(h).add(Precise.of(p.coefficients()[k]));
    }
    return sum;
  }

  private static void check(Apfloat constant, Distribution d, DensityPolynomial p, double z) {
    Apfloat scale = ApfloatMath.pow(Precise.of(2), -p.scale());
    Apfloat exact = constant.multiply(Precise.unscaled(d, z)).multiply(scale);
    Apfloat error = ApfloatMath.abs(exact.subtract(evaluate(p, z)));
    // the oracle's own error is far below that of any rounding in double precision
    Apfloat own = exact.multiply(Precise.of(1e-40)).add(Precise.of(Double.MIN_VALUE));
    assertTrue(
        Double.isInfinite(p.remainder())
            || error.compareTo(Precise.of(p.remainder()).add(own)) <= 0,
        () -> d.canonical() + " at " + z + ": " + error + " > " + p);
  }

  /** An interval of some width in the support; often at an end, sometimes a point or one ulp. */
  private static double[] ends(double low, double high, SplittableRandom random) {
    double width = (high - low) * Math.scalb(random.nextDouble(), -random.nextInt(30));
    double a =
        switch (random.nextInt(4)) {
          case 0 -> low;
          case 1 -> high - width;
          default -> random.nextDouble(low, high - width / 2);
        };
    double b =
        switch (random.nextInt(8)) {
          case 0 -> a;
          case 1 -> Math.nextUp(a);
          default -> a + width;
        };
    return new double[] {Math.max(low, a), Math.max(Math.max(low, a), Math.min(b, high))};
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "beta(2, 2); 0; 1",
        "beta(1, 1); 0; 1",
        "beta(5, 4); 0; 1",
        "beta(3/2, 7/3); 0; 1",
        "beta(7/2, 1); 0; 1",
        "beta(101/100, 30); 0; 1",
        "beta(4001/3, 700); 0.4; 0.9",
        "normal(0, 1); -6; 6",
        "normal(2, 3); 38; 64",
        "normal(0, 1); -1e-3; 1e-3",
        "exponential(1); 0; 20",
        "exponential(3); 700; 2048",
        "gamma(1, 2); 0; 10",
        "gamma(5/2, 1); 0; 20",
        "gamma(4, 1); 0; 20",
        "gamma(90, 1); 0; 1000",
        "beta(1/2, 1/3); 1e-9; 0.9999",
        "beta(1/100, 3); 1e-200; 1e-100",
        "gamma(1/2, 1); 1e-6; 20",
        "weibull(3/2, 2); 0; 6",
        "weibull(1/2, 1); 1e-3; 90",
        "weibull(4, 1); 0; 3",
        "weibull(1/10, 1); 1e-8; 1e8",
        "logistic(1, 2); -40; 40",
        "logistic(0, 1); 600; 900",
        "laplace(0, 1); -30; 0",
        "cauchy(2, 3); -30; 30",
        "cauchy(2, 3); -1e14; 1e13",
        "studentt(5, 0, 1); -9; 9",
        "studentt(3/5, 0, 1); -900; 9",
        "studentt(300, 1, 1); -9; 9",
        "studentt(9000, 0, 1); 2; 9",
        "pareto(3, 1); 1; 40",
        "pareto(2/3, 1/7); 1; 1e15",
        "lognormal(0, 1); 0; 20",
        "lognormal(3, 1/5); 0.3; 2",
        "lognormal(-100, 3); 1e-3; 1e9"
      })
  void enclosesTheDensity(String text, double low, double high) {
    SplittableRandom random = new SplittableRandom(71 + text.hashCode());
    Distribution d = Distribution.parse(text);
    Marginal marginal = Marginal.of(d);
    Apfloat constant = Precise.constant(d);
    for (int i = 0; i < 40; i++) {
      double[] ends = ends(low, high, random);
      int degree = random.nextInt(11);
      DensityPolynomial p =
          marginal.polynomial(0, Interval.of(ends[0]), Interval.of(ends[1]), degree);
      assertTrue(p.coefficients().length <= degree + 1);
      assertTrue(p.remainder() < Double.POSITIVE_INFINITY, () -> text + ": " + p);
      check(constant, d, p, ends[0]);
      check(constant, d, p, ends[1]);
      check(constant, d, p, Math.min(ends[1], random.nextDouble(ends[0], Math.nextUp(ends[1]))));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "beta(2, 2); 0.25; 0.5; 2; 1e-15",
        "beta(2, 2); 0; 1; 4; 1e-15",
        "beta(5, 4); 0.25; 0.3125; 7; 1e-13",
        "beta(5, 4); 0.25; 0.3125; 4; 1e-5",
        "beta(5/2, 7/3); 0.25; 0.3125; 6; 1e-6",
        "beta(3/2, 2); 0; 1e-8; 3; 1e-3",
        "normal(0, 1); 0.25; 0.5; 4; 1e-6",
        "normal(0, 1); 0.25; 0.5; 12; 1e-14",
        "normal(0, 1); -1; 1; 6; 0.05",
        "exponential(1); 0.25; 0.5; 4; 1e-6",
        "gamma(5/2, 1); 2; 2.25; 6; 1e-8",
        "normal(0, 1); 40; 40.0625; 8; 1e-4",
        "logistic(0, 1); 0.25; 0.75; 8; 1e-9",
        "logistic(0, 1); -1; 1; 6; 0.05",
        "logistic(0, 1); -9; 9; 6; 0.3",
        "cauchy(0, 1); 0.25; 0.5; 8; 1e-7",
        "cauchy(0, 1); 1024; 1280; 6; 1e-10",
        "studentt(5, 0, 1); 0.25; 0.5; 8; 1e-7",
        "studentt(1000, 0, 1); 0.25; 0.5; 8; 1e-7",
        "weibull(3/2, 1); 0.5; 0.625; 6; 1e-6",
        "weibull(3, 1); 0.5; 0.625; 6; 1e-6",
        "weibull(1/2, 1); 4; 5; 6; 1e-6",
        "lognormal(0, 1); 1; 1.25; 6; 1e-5",
        "pareto(3/2, 1); 1; 1.125; 6; 1e-6",
        "polynomial([0, 1], [[0, 0, 3]]); 0; 1; 2; 1e-15",
        "beta(1/2, 1/2); 0.25; 0.3125; 6; 1e-5"
      })
  void isTight(String text, double low, double high, int degree, double most) {
    DensityPolynomial p =
        Marginal.of(Distribution.parse(text))
            .polynomial(0, Interval.of(low), Interval.of(high), degree);
    assertTrue(p.remainder() <= most, () -> text + " " + p);
  }

  @Test
  void aUniformDensityIsOneExactly() {
    for (String text :
        new String[] {"uniform(0, 1)", "uniform(-1/3, 7)", "uniform(0, 9) on [1, 2]"}) {
      DensityPolynomial p =
          Marginal.of(Distribution.parse(text))
              .polynomial(0, Interval.of(0.25), Interval.of(0.5), 3);
      assertArrayEquals(new double[] {1.0}, p.coefficients());
      assertEquals(0, p.remainder());
      assertEquals(0, p.scale());
    }
  }

  @Test
  void anIntegerBetaIsItsPolynomialExactly() {
    DensityPolynomial p =
        Marginal.of(Distribution.parse("beta(2, 2)"))
            .polynomial(0, Interval.of(0.25), Interval.of(0.75), 5);
    assertEquals(0.5, p.centre());
    assertArrayEquals(new double[] {1.5, 0, -6}, p.coefficients());
    assertEquals(0, p.remainder());
  }

  @Test
  void aTriangularDensityIsLinearInEachPiece() {
    Marginal marginal = Marginal.of(Distribution.parse("triangular(0, 1/4, 1)"));
    DensityPolynomial rise = marginal.polynomial(0, Interval.of(0), Interval.of(0.25), 4);
    assertArrayEquals(new double[] {1, 8}, rise.coefficients());
    assertEquals(0, rise.remainder());
    DensityPolynomial fall = marginal.polynomial(1, Interval.of(0.25), Interval.of(1), 4);
    assertEquals(1, fall.coefficients()[0], 1e-15);
    assertEquals(-8 / 3.0, fall.coefficients()[1], 1e-14);
    assertTrue(fall.remainder() > 0 && fall.remainder() < 1e-14);
  }

  @Test
  void aHistogramIsConstantInEachPiece() {
    Marginal marginal = Marginal.of(Distribution.parse("histogram([0, 1/3, 2], [0, 1])"));
    Interval knot = marginal.knots().get(0);
    assertTrue(knot.contains(Rational.of(1, 3)));
    assertArrayEquals(
        new double[] {0}, marginal.polynomial(0, Interval.ZERO, knot, 4).coefficients());
    DensityPolynomial p = marginal.polynomial(1, knot, Interval.of(2), 4);
    assertEquals(1, p.coefficients().length);
    Apfloat error = Precise.of(Rational.of(3, 5)).subtract(Precise.of(p.coefficients()[0]));
    assertTrue(ApfloatMath.abs(error).compareTo(Precise.of(p.remainder())) <= 0);
  }

  @Test
  void truncationScalesTheDensity() {
    SplittableRandom random = new SplittableRandom(72);
    Distribution base = Distribution.parse("normal(1, 2)");
    Marginal marginal = Marginal.of(Distribution.parse("normal(1, 2) on [-1, 5]"));
    Apfloat mass = Precise.normalFromZero(1).add(Precise.normalFromZero(2));
    Apfloat constant = Precise.constant(base).divide(mass);
    for (int i = 0; i < 60; i++) {
      double[] ends = ends(-1, 2, random);
      DensityPolynomial p =
          marginal.polynomial(0, Interval.of(ends[0]), Interval.of(ends[1]), random.nextInt(9));
      check(constant, base, p, ends[0]);
      check(constant, base, p, ends[1]);
    }
  }

  @Test
  void endsMayBeEnclosuresThatOverlap() {
    Interval third = Interval.of(Rational.of(1, 3));
    Marginal marginal = Marginal.of(Distribution.parse("beta(3/2, 5/2)"));
    DensityPolynomial p = marginal.polynomial(0, third, third, 6);
    Apfloat exact = Precise.density(Distribution.parse("beta(3/2, 5/2)"), third.lower());
    assertTrue(
        ApfloatMath.abs(exact.subtract(evaluate(p, third.lower())))
                .compareTo(Precise.of(p.remainder()))
            <= 0);
    assertTrue(p.remainder() < 1e-13);
  }

  @ParameterizedTest
  @ValueSource(strings = {"normal(0, 1)", "exponential(1)", "gamma(3/2, 1)", "beta(3/2, 2)"})
  void wideAndTinyIntervalsAreNeverWrong(String text) {
    Distribution d = Distribution.parse(text);
    Marginal marginal = Marginal.of(d);
    Apfloat constant = Precise.constant(d);
    double high = d instanceof Beta ? 1 : 3000;
    for (double b : new double[] {high, 0.5, 1e-10, 1e-100, 1e-300, Double.MIN_VALUE}) {
      for (int degree : new int[] {0, 1, 5, 60}) {
        DensityPolynomial p = marginal.polynomial(0, Interval.ZERO, Interval.of(b), degree);
        check(constant, d, p, 0);
        check(constant, d, p, b);
        check(constant, d, p, b / 3);
        assertTrue(p.remainder() < Double.POSITIVE_INFINITY, () -> text + " " + b + " " + p);
      }
    }
  }

  @Test
  void refusesAnUnboundedInterval() {
    Marginal marginal = Marginal.of(Distribution.parse("normal(0, 1)"));
    Interval infinity = Interval.of(Double.POSITIVE_INFINITY);
    assertThrows(
        IllegalArgumentException.class, () -> marginal.polynomial(0, Interval.ZERO, infinity, 3));
  }
}
