package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

/** Masses and tails of the families with poles, heavy tails and closed cdfs. */
class FamilyMassesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static ScaledInterval mass(Marginal marginal, double a, double b) {
    return marginal.mass(Interval.of(a), Interval.of(b));
  }

  private static void check(Apfloat exact, ScaledInterval mass, double accuracy, String what) {
    Apfloat own = exact.multiply(Precise.of(1e-30));
    assertTrue(
        Precise.of(mass.lower()).compareTo(exact.add(own)) <= 0,
        () -> what + ": " + exact + " below " + mass);
    assertTrue(
        Precise.of(mass.upper()).compareTo(exact.subtract(own)) >= 0,
        () -> what + ": " + exact + " above " + mass);
    double width = mass.value().width() / mass.value().upper();
    assertTrue(width <= accuracy, () -> what + " relative width " + width);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weibull(1/2, 3)",
        "weibull(1/10, 1)",
        "weibull(1, 1)",
        "weibull(3/2, 1)",
        "weibull(2, 1e-300)",
        "weibull(50, 7)",
        "weibull(251/2, 7)",
        "logistic(1, 3)",
        "laplace(-1, 1/3)",
        "cauchy(0, 1)",
        "studentt(2, 0, 1)",
        "studentt(5, 1, 2)",
        "studentt(7/2, 0, 1)",
        "studentt(1/2, 0, 1)",
        "studentt(10001/7, 0, 1)",
        "pareto(1, 1)",
        "pareto(5/2, 10)",
        "pareto(1/3, 1)",
        "lognormal(0, 1)",
        "lognormal(2, 1/4)",
        "lognormal(-30, 5)"
      })
  void massesAreThoseOfTheCdf(String text) {
    SplittableRandom random = new SplittableRandom(text.hashCode());
    Distribution d = Distribution.parse(text.replace("1e-300", "1/1" + "0".repeat(300)));
    Marginal marginal = Marginal.of(d);
    double from = d instanceof Pareto ? 1 : 0;
    int octaves = d instanceof Weibull w && w.shape().compareTo(Rational.of(2)) > 0 ? 0 : 6;
    for (int i = 0; i < 12; i++) {
      double a = from + Math.scalb(random.nextDouble(), random.nextInt(-6, octaves));
      double b = a + Math.scalb(1 + random.nextDouble(), random.nextInt(-9, octaves));
      Apfloat exact = Precise.above(d, a).subtract(Precise.above(d, b));
      if (exact.signum() > 0
          && exact.compareTo(Precise.above(d, a).multiply(Precise.of(1e-15))) > 0) {
        check(exact, mass(marginal, a, b), 1e-10, text + " " + a + " " + b);
      }
      check(Precise.above(d, a), mass(marginal, a, INFINITY), 1e-10, text + " above " + a);
    }
    check(Precise.of(1), mass(marginal, -INFINITY, INFINITY), 1e-10, text);
    check(Precise.of(1), mass(marginal, -9e299, 9e299), 1e-8, text);
  }

  /** Its unit is a double next to its mode, and the difference is a part of its deviation. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lognormal(1, 1/1000000)",
        "lognormal(-7, 1/1000000)",
        "lognormal(3/2, 1/1000000)",
        "lognormal(-1/3, 1/1000000)"
      })
  void aNarrowLogNormalIsWhereItsModeIs(String text) {
    Distribution d = Distribution.parse(text);
    Marginal marginal = Marginal.of(d);
    for (int k = -8; k <= 8; k++) {
      double z = 1 + k * 5e-7;
      check(Precise.above(d, z), mass(marginal, z, INFINITY), 1e-7, text + " above " + z);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"logistic(1, 3)", "laplace(-1, 1/3)", "cauchy(0, 1)", "studentt(5, 1, 2)"})
  void bothSidesAreTheSame(String text) {
    Marginal marginal = Marginal.of(Distribution.parse(text));
    for (double z : new double[] {0, 0.1, 1, 7, 90}) {
      check(Precise.of(0.5), mass(marginal, 0, INFINITY), 1e-10, text);
      check(Precise.above(Distribution.parse(text), z), mass(marginal, -INFINITY, -z), 1e-10, text);
      assertEquals(marginal.tailAbove(z + 2), marginal.tailBelow(-z - 2));
    }
    assertEquals(marginal.suggestedUpper(), -marginal.suggestedLower());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beta(1/2, 1/2)",
        "beta(1/100, 1/3)",
        "beta(9/10, 4)",
        "beta(1/1000, 1)",
        "beta(3, 1/7)"
      })
  void massesAtPolesAreAccurate(String text) {
    SplittableRandom random = new SplittableRandom(text.hashCode());
    Beta beta = (Beta) Distribution.parse(text);
    Marginal marginal = Marginal.of(beta);
    for (int i = 0; i < 12; i++) {
      double b = Math.scalb(random.nextDouble(0.5, 1), -random.nextInt(1, i % 2 == 0 ? 3 : 900));
      double a = i % 3 == 0 ? 0 : b * random.nextDouble();
      Apfloat exact = Precise.betaFromZero(beta, b);
      if (a > 0) {
        exact = exact.subtract(Precise.betaFromZero(beta, a));
      }
      check(exact, mass(marginal, a, b), 1e-10, text + " " + a + " " + b);
    }
    check(Precise.of(1), mass(marginal, 0, 1), 1e-10, text);
    check(Precise.of(1), mass(marginal, -1, INFINITY), 1e-10, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gamma(1/2, 1)", "gamma(1/100, 3)", "gamma(99/100, 1)"})
  void massesOfGammasWithPolesAreAccurate(String text) {
    SplittableRandom random = new SplittableRandom(text.hashCode());
    Gamma gamma = (Gamma) Distribution.parse(text);
    Marginal marginal = Marginal.of(gamma);
    for (int i = 0; i < 12; i++) {
      double b = Math.scalb(random.nextDouble(0.5, 1), random.nextInt(i % 2 == 0 ? -3 : -900, 6));
      double a = i % 3 == 0 ? 0 : b * random.nextDouble();
      Apfloat exact = Precise.gammaFromZero(gamma, b);
      if (a > 0) {
        exact = exact.subtract(Precise.gammaFromZero(gamma, a));
      }
      check(exact, mass(marginal, a, b), 1e-10, text + " " + a + " " + b);
    }
    check(Precise.of(1), mass(marginal, 0, INFINITY), 1e-10, text);
    Apfloat above = Precise.of(1).subtract(Precise.gammaFromZero(gamma, 20));
    checkTail(above, marginal.tailAbove(20), 1.1);
  }

  private static void checkTail(Apfloat exact, ScaledInterval tail, double factor) {
    assertEquals(0, tail.value().lower());
    Apfloat bound = Precise.of(tail.upper());
    assertTrue(bound.compareTo(exact) >= 0, () -> tail + " < " + exact);
    assertTrue(
        bound.compareTo(exact.multiply(Precise.of(factor))) <= 0, () -> tail + " > " + exact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cauchy(0, 1); 100; 1.001",
        "cauchy(0, 1); 1e17; 1.001",
        "cauchy(0, 1); 2; 2",
        "studentt(5, 0, 1); 30; 1.1",
        "studentt(1/2, 0, 1); 1e30; 1.001",
        "studentt(1000, 0, 1); 6; 1.2",
        "pareto(3, 2); 7; 1.00000000001",
        "pareto(1/3, 2); 1e40; 1.00000000001",
        "weibull(1/2, 1); 100; 1.3",
        "weibull(1/10, 1); 1e15; 1.6",
        "weibull(3, 1); 2; 1.3",
        "lognormal(0, 1); 1e4; 1.2",
        "lognormal(1, 3); 1e12; 1.3",
        "logistic(1, 2); 9; 1.01",
        "laplace(1, 2); 9; 1.0000001"
      })
  void tailsAreBoundsAndNotSilly(String text, double z, double factor) {
    Distribution d = Distribution.parse(text);
    checkTail(Precise.above(d, z), Marginal.of(d).tailAbove(z), factor);
  }

  @Test
  void momentsOfHeavyTailsAreThoseOfPowersOrInfinite() {
    Marginal pareto = Marginal.of(Distribution.parse("pareto(5/2, 1)"));
    // the integral of (x - 4) (5/2) x^(-7/2) from 4 on is 4^(-3/2) (5/3 - 1)
    checkTail(Precise.of(Rational.of(1, 12)), pareto.tail(0, 4, true, 1), 1 + 1e-12);
    // and of (x - 4)^2: 4^(-1/2) 2 / ((3/2) (1/2))  /  (5/2) * (5/2)
    checkTail(Precise.of(Rational.of(4, 3)), pareto.tail(0, 4, true, 2), 1 + 1e-12);
    ScaledInterval unknown = ScaledInterval.of(Interval.of(0, INFINITY));
    assertEquals(unknown, pareto.tail(0, 4, true, 3));
    assertEquals(unknown, Marginal.of(Distribution.parse("pareto(1, 1)")).tail(0, 4, true, 1));
    Marginal cauchy = Marginal.of(Distribution.parse("cauchy(0, 1)"));
    assertEquals(unknown, cauchy.tail(0, 1e9, true, 1));
    assertEquals(unknown, cauchy.tail(0, -1e9, false, 1));
    assertEquals(unknown, cauchy.tail(0, 1e9, true, 2));
    Marginal student = Marginal.of(Distribution.parse("studentt(3, 0, 1)"));
    assertTrue(student.tail(0, 1e6, true, 1).toInterval().upper() < 1e-11);
    assertEquals(unknown, student.tail(0, 1e6, true, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cauchy(5, 1/3)",
        "studentt(1/2, 0, 1)",
        "studentt(4, 0, 1)",
        "studentt(10000, 0, 1)",
        "pareto(1/5, 1)",
        "pareto(9999, 1)",
        "weibull(1/100, 1)",
        "weibull(1000, 1)",
        "lognormal(0, 10)",
        "lognormal(600, 1/1000000)",
        "lognormal(-500, 10)",
        "logistic(0, 1)",
        "laplace(0, 1)",
        "gamma(1/1000, 1)"
      })
  void suggestedTruncationsAreFarOut(String text) {
    Marginal marginal = Marginal.of(Distribution.parse(text));
    double above = marginal.tailAbove(marginal.suggestedUpper()).toInterval().upper();
    assertTrue(above < 1e-17, () -> above + " beyond " + marginal.suggestedUpper());
    double below = marginal.tailBelow(marginal.suggestedLower()).toInterval().upper();
    assertTrue(below < 1e-17, () -> below + " below " + marginal.suggestedLower());
    ScaledInterval whole = mass(marginal, marginal.suggestedLower(), marginal.suggestedUpper());
    assertTrue(whole.toInterval().upper() >= 1 - 1e-16, whole::toString);
    assertTrue(whole.toInterval().width() < 1e-6, whole::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cauchy(0, 1) on [0, 1]; 0; 1; 1",
        "cauchy(0, 1) on [1000000000, inf]; 2e9; 1e300; 1/2",
        "cauchy(0, 1) within [-1, 1]; -9; 9; 1/2",
        "pareto(1, 1) on [2, 4]; 0; 3; 2/3",
        "weibull(1/2, 1) on [-inf, 1/100]; 0; 1; 1",
        "laplace(0, 1) on [-1, 1]; -1; 0; 1/2",
        "laplace(0, 1) on [1, inf]; 0; 1000; 1",
        "beta(1/2, 1/2) within [0, 1/2]; 0; 1; 1/2",
        "beta(1/2, 1/2) on [1/2, 1]; 0.5; 0.75; 1/3",
        "polynomial([0, 1], [[0, 2]]); 0; 0.5; 1/4",
        "polynomial([0, 1], [[0, 2]]) on [1/2, 1]; 0; 0.75; 5/12",
        "polynomial([-1, 0, 3], [[1/2, 1/2], [1/2, -1/6]]); 0; 0.25; 1/4"
      })
  void partsHaveTheirMasses(String text, double a, double b, String expected) {
    Marginal marginal = Marginal.of(Distribution.parse(text));
    Interval mass = mass(marginal, a, b).toInterval();
    assertEquals(Rational.parse(expected).doubleFloor(), mass.middle(), 1e-8);
    assertTrue(mass.width() < 1e-9, mass::toString);
  }

  @Test
  void polesOfMixturesAreSeenFromOtherCoordinates() {
    Distribution beta = Distribution.parse("beta(1/2, 1/2)");
    Distribution shifted = Distribution.parse("uniform(-1/3, 7/9)");
    Distribution gamma = Distribution.parse("gamma(1/2, 1/7)");
    Marginal mixture =
        Marginal.ofMixture(
            java.util.List.of(shifted, beta, gamma),
            java.util.List.of(Rational.of(1, 2), Rational.of(1, 4), Rational.of(1, 4)));
    Interval whole = mass(mixture, -INFINITY, INFINITY).toInterval();
    assertTrue(whole.contains(1) && whole.width() < 1e-7, whole::toString);
    int knots = mixture.knots().size();
    assertEquals(3, knots);
    Interval pole = mixture.knots().get(0);
    DensityPolynomial p = mixture.polynomial(1, 1, pole, Interval.of(0.35), 3);
    assertEquals(INFINITY, p.remainder());
    assertTrue(Double.isFinite(p.coefficients()[0]));
    ScaledInterval near = mixture.mass(1, pole, Interval.of(pole.upper() + 1e-9));
    assertTrue(near.toInterval().upper() < 1e-4 && near.toInterval().lower() > 1e-6);
  }
}
