package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

class MarginalTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Marginal marginal(String text) {
    return Marginal.of(Distribution.parse(text));
  }

  private static ScaledInterval mass(Marginal marginal, double a, double b) {
    return marginal.mass(Interval.of(a), Interval.of(b));
  }

  private static void check(Apfloat exact, ScaledInterval mass, double accuracy, String what) {
    // the oracle's own error, which matters only where the mass is exact
    Apfloat own = exact.multiply(Precise.of(1e-35));
    assertTrue(
        Precise.of(mass.lower()).compareTo(exact.add(own)) <= 0, () -> what + " below " + mass);
    assertTrue(
        Precise.of(mass.upper()).compareTo(exact.subtract(own)) >= 0,
        () -> what + " above " + mass);
    double width = mass.value().width() / mass.value().upper();
    assertTrue(width <= accuracy, () -> what + " relative width " + width);
  }

  @Test
  void normalMassesAreAccurateInTheTails() {
    Marginal normal = marginal("normal(3, 2)");
    double[][] cases = {
      {4, 5}, {12, 13}, {12, INFINITY}, {40, 45}, {40.1, 41}, {40, INFINITY}, {45, 64}, {64, 65}
    };
    for (double[] c : cases) {
      Apfloat above = Precise.normalAbove(c[0]);
      Apfloat exact = c[1] == INFINITY ? above : above.subtract(Precise.normalAbove(c[1]));
      check(exact, mass(normal, c[0], c[1]), 1e-13, "normal " + c[0]);
      check(exact, mass(normal, -c[1], -c[0]), 1e-13, "normal -" + c[0]);
    }
  }

  @Test
  void normalMassesAreAccurateInTheMiddle() {
    SplittableRandom random = new SplittableRandom(81);
    Marginal normal = marginal("normal(0, 1)");
    for (int i = 0; i < 30; i++) {
      double b = random.nextDouble(0, 8);
      double a = i % 2 == 0 ? -random.nextDouble(0, 8) : 0;
      Apfloat exact = Precise.normalFromZero(b).add(Precise.normalFromZero(-a));
      check(exact, mass(normal, a, b), 1e-13, "normal " + a + " " + b);
    }
    check(Precise.of(1), mass(normal, -INFINITY, INFINITY), 1e-13, "normal");
    check(Precise.of(1), mass(normal, -64, 64), 1e-13, "normal");
    check(Precise.of(0.5), mass(normal, 0, 1e300), 1e-13, "normal");
  }

  @Test
  void exponentialMassesAreDifferencesOfExponentials() {
    SplittableRandom random = new SplittableRandom(82);
    Marginal exponential = marginal("exponential(7)");
    for (int i = 0; i < 60; i++) {
      double a = i % 3 == 0 ? 0 : random.nextDouble(0, i % 2 == 0 ? 5 : 2000);
      double b = a + Math.scalb(random.nextDouble(), random.nextInt(-20, 8));
      Apfloat exact = Precise.exp(new BigDecimal(-a)).subtract(Precise.exp(new BigDecimal(-b)));
      check(exact, mass(exponential, a, b), 1e-13, "exponential " + a + " " + b);
    }
    check(Precise.of(1), mass(exponential, 0, INFINITY), 1e-13, "exponential");
    check(Precise.of(1), mass(exponential, -5, 2048), 1e-13, "exponential");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gamma(3/2, 1)", "gamma(4, 2)", "gamma(101/100, 1)", "gamma(31/3, 1)"})
  void gammaMassesAreAccurate(String text) {
    SplittableRandom random = new SplittableRandom(83);
    Gamma gamma = (Gamma) Distribution.parse(text);
    Marginal marginal = Marginal.of(gamma);
    for (int i = 0; i < 8; i++) {
      double b = Math.scalb(random.nextDouble(1, 2), random.nextInt(-40, 6));
      double a = i % 2 == 0 ? 0 : random.nextDouble(0, b / 2);
      Apfloat exact = Precise.gammaFromZero(gamma, b);
      if (a > 0) {
        exact = exact.subtract(Precise.gammaFromZero(gamma, a));
      }
      check(exact, mass(marginal, a, b), 1e-12, text + " " + a + " " + b);
    }
    check(Precise.of(1), mass(marginal, 0, INFINITY), 1e-12, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beta(2, 2)",
        "beta(3, 2)",
        "beta(1, 1)",
        "beta(3/2, 5/2)",
        "beta(101/100, 4)",
        "beta(9/2, 101/100)",
        "beta(40, 30)",
        "beta(7/3, 1)",
        "beta(201/2, 150)"
      })
  void betaMassesAreAccurate(String text) {
    SplittableRandom random = new SplittableRandom(84);
    Beta beta = (Beta) Distribution.parse(text);
    Beta mirrored = new Beta(/* alpha= */ beta.beta(), /* beta= */ beta.alpha());
    Marginal marginal = Marginal.of(beta);
    for (int i = 0; i < 8; i++) {
      double b = 0.5 * random.nextInt(1 << 20) / (1 << 20) * (i % 3 == 0 ? 0x1p-20 : 1);
      double a = i % 2 == 0 ? 0 : b * random.nextInt(1 << 10) / (1 << 11);
      if (b > 0) {
        check(between(beta, a, b), mass(marginal, a, b), 1e-12, text + " " + a + " " + b);
        double c = 1 - b;
        double d = 1 - a;
        if (1 - c == b && 1 - d == a) {
          check(between(mirrored, a, b), mass(marginal, c, d), 1e-12, text + " " + c + " " + d);
        }
      }
    }
    check(Precise.of(1), mass(marginal, 0, 1), 1e-12, text);
  }

  private static Apfloat between(Beta beta, double a, double b) {
    Apfloat toB = Precise.betaFromZero(beta, b);
    return a == 0 ? toB : toB.subtract(Precise.betaFromZero(beta, a));
  }

  @Test
  void uniformMassesAreExact() {
    Marginal uniform = marginal("uniform(-1, 1/3)");
    assertEquals(ScaledInterval.of(Interval.of(0.25)), mass(uniform, 0.25, 0.5));
    assertEquals(ScaledInterval.ONE, mass(uniform, 0, 1));
    assertEquals(ScaledInterval.ONE, mass(uniform, -7, INFINITY));
    assertEquals(ScaledInterval.ZERO, mass(uniform, 1, 2));
    assertEquals(ScaledInterval.ZERO, mass(uniform, 0.5, 0.5));
    Interval third = Interval.of(Rational.of(1, 3));
    ScaledInterval part = uniform.mass(third, Interval.of(Rational.of(2, 3)));
    check(Precise.of(Rational.of(1, 3)), part, 1e-15, "uniform");
    assertEquals(Interval.of(-1), uniform.shift());
    assertTrue(uniform.scale().contains(Rational.of(4, 3)));
  }

  @Test
  void piecewiseMassesAddUp() {
    Marginal triangular = marginal("triangular(0, 1/3, 1)");
    check(Precise.of(1), mass(triangular, 0, 1), 1e-14, "triangular");
    check(Precise.of(0.1875), mass(triangular, 0, 0.25), 1e-14, "triangular rising");
    check(Precise.of(0.375), mass(triangular, 0.5, 1), 1e-14, "triangular falling");
    check(Precise.of(0.4375), mass(triangular, 0.25, 0.5), 1e-14, "triangular across");
    Marginal histogram = marginal("histogram([0, 1, 2, 4], [1/4, 0, 3/4])");
    assertEquals(ScaledInterval.of(Interval.of(0.125)), mass(histogram, 0.5, 2));
    assertEquals(ScaledInterval.of(Interval.of(0.875)), mass(histogram, 0.5, 9));
    assertEquals(2, histogram.knots().size());
    Marginal edge = marginal("triangular(0, 0, 2)");
    assertEquals(0, edge.knots().size());
    check(Precise.of(0.75), mass(edge, 0, 0.5), 1e-14, "triangular with its mode at the end");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "normal(0, 1) on [-3, 3]; -3; 0; 1/2",
        "normal(5, 2) on [5, 100]; 0; 100; 1",
        "normal(0, 1) on [-1, 10]; -1; 10; 1",
        "uniform(0, 4) on [1, 3]; 0; 0.5; 1/2",
        "beta(2, 1) on [1/2, 1]; 0.5; 0.75; 5/12",
        "triangular(0, 1/2, 1) on [1/4, 3/4]; 0.25; 0.5; 1/2",
        "histogram([0, 1, 2, 3], [1/4, 1/4, 1/2]) on [1/2, 2]; 0.5; 1; 1/3",
        "exponential(1) on [-5, 100000]; 0; 100000; 1",
        "beta(3/2, 5/2) on [1/10, 1/5]; 0; 1; 1",
        "normal(0, 1) on [0, inf]; 0; 1e9; 1",
        "normal(3, sqrt(2)) on [-inf, 3]; -70; 0; 1",
        "exponential(1) on [-inf, 100000]; 0; 100000; 1",
        "normal(0, 1) within [0, inf]; 0; 1e9; 1/2",
        "beta(2, 1) within [1/2, 1]; 0.5; 0.75; 5/16",
        "beta(3/2, 3/2) within [-inf, 1/2]; 0; 1; 1/2",
        "uniform(0, 4) on [0, 2] within [1, 5]; 0; 4; 1/2"
      })
  void truncatedMassesAreConditional(String text, double a, double b, String expected) {
    Apfloat exact = Precise.of(Rational.parse(expected));
    check(exact, mass(marginal(text), a, b), 1e-12, text);
  }

  @Test
  void aTruncationFarOutIsAccurate() {
    Marginal far = marginal("normal(0, 1) on [45, 50]");
    Apfloat whole = Precise.normalAbove(45).subtract(Precise.normalAbove(50));
    Apfloat part = Precise.normalAbove(45).subtract(Precise.normalAbove(45.5));
    check(part.divide(whole), mass(far, 45, 45.5), 1e-12, "far");
    assertEquals(ScaledInterval.ZERO, far.tailAbove(50));
    assertEquals(45, far.suggestedLower());
    assertEquals(50, far.suggestedUpper());
    check(Precise.of(1), mass(marginal("normal(0, 1) on [9999, 10000]"), 0, 1e6), 1e-10, "far");
  }

  @Test
  void tailsAreBoundsAndNotSilly() {
    Marginal normal = marginal("normal(0, 1)");
    for (double z : new double[] {3, 5, 12, 40, 64, 200}) {
      ScaledInterval tail = normal.tailAbove(z);
      Apfloat exact = Precise.normalAbove(z);
      assertTrue(Precise.of(tail.upper()).compareTo(exact) >= 0);
      Apfloat silly = exact.multiply(Precise.of(1 + 1.1 / (z * z)));
      assertTrue(Precise.of(tail.upper()).compareTo(silly) <= 0);
      assertEquals(0, tail.value().lower());
      assertEquals(tail, normal.tailBelow(-z));
    }
    Marginal exponential = marginal("exponential(5)");
    assertTrue(
        Precise.of(exponential.tailAbove(900).upper()).compareTo(Precise.exp(new BigDecimal(-900)))
            >= 0);
    assertEquals(ScaledInterval.ZERO, exponential.tailBelow(0));
    Gamma shape = (Gamma) Distribution.parse("gamma(5/2, 1)");
    Marginal gamma = Marginal.of(shape);
    for (double z : new double[] {2, 10, 100}) {
      Apfloat exact = Precise.of(1).subtract(Precise.gammaFromZero(shape, z));
      Apfloat bound = Precise.of(gamma.tailAbove(z).upper());
      assertTrue(bound.compareTo(exact) >= 0 && bound.compareTo(exact.multiply(Precise.of(2))) < 0);
    }
  }

  private static void checkTail(Apfloat exact, ScaledInterval tail, double factor) {
    assertEquals(0, tail.value().lower());
    Apfloat bound = Precise.of(tail.upper());
    assertTrue(bound.compareTo(exact) >= 0, () -> tail + " < " + exact);
    assertTrue(
        bound.compareTo(exact.multiply(Precise.of(factor))) <= 0, () -> tail + " > " + exact);
  }

  @Test
  void tailMomentsOfANormalAreBoundsAndNotSilly() {
    Marginal normal = marginal("normal(5, 3)");
    for (double z : new double[] {3, 5, 12, 40, 64}) {
      Apfloat at = Precise.density(Distribution.parse("normal(0, 1)"), z);
      Apfloat above = Precise.normalAbove(z);
      Apfloat k = Precise.of(z);
      Apfloat first = at.subtract(k.multiply(above));
      Apfloat second = k.multiply(k).add(Precise.of(1)).multiply(above).subtract(k.multiply(at));
      checkTail(above, normal.tail(0, z, true, 0), 1 + 2 / (z * z));
      checkTail(first, normal.tail(0, z, true, 1), 1 + 4 / (z * z));
      checkTail(second, normal.tail(0, z, true, 2), 1 + 9 / (z * z));
      for (int power = 0; power <= 2; power++) {
        assertEquals(normal.tail(0, z, true, power), normal.tail(0, -z, false, power));
      }
    }
  }

  @Test
  void tailMomentsOfAnExponentialAreFactorials() {
    Marginal exponential = marginal("exponential(5)");
    for (double z : new double[] {1e-300, 0.5, 20, 900, 2048}) {
      Apfloat mass = Precise.exp(new BigDecimal(-z));
      checkTail(mass, exponential.tail(0, z, true, 0), 1 + 1e-14);
      checkTail(mass, exponential.tail(0, z, true, 1), 1 + 1e-14);
      checkTail(mass.multiply(Precise.of(2)), exponential.tail(0, z, true, 2), 1 + 1e-14);
      checkTail(mass.multiply(Precise.of(24)), exponential.tail(0, z, true, 4), 1 + 1e-14);
      assertEquals(ScaledInterval.ZERO, exponential.tail(0, z, false, 1));
    }
  }

  @Test
  void tailMomentsOfAGammaAreBoundsAndNotSilly() {
    Gamma shape = (Gamma) Distribution.parse("gamma(5/2, 1)");
    Gamma next = (Gamma) Distribution.parse("gamma(7/2, 1)");
    Marginal gamma = Marginal.of(shape);
    for (double z : new double[] {2, 10, 60}) {
      // x times the density is 5/2 times that of the next shape
      Apfloat mass = Precise.of(1).subtract(Precise.gammaFromZero(shape, z));
      Apfloat more = Precise.of(1).subtract(Precise.gammaFromZero(next, z));
      Apfloat first = more.multiply(Precise.of(2.5)).subtract(mass.multiply(Precise.of(z)));
      checkTail(first, gamma.tail(0, z, true, 1), 1 + 9 / z);
    }
  }

  @Test
  void tailMomentsAreUnknownWhereTheDensityDoesNotFall() {
    ScaledInterval unknown = ScaledInterval.of(Interval.of(0, INFINITY));
    for (int power = 1; power <= 2; power++) {
      assertEquals(unknown, marginal("normal(0, 1)").tail(0, 0, true, power));
      assertEquals(unknown, marginal("normal(0, 1)").tail(0, 1, false, power));
      assertEquals(unknown, marginal("gamma(9, 1)").tail(0, 3, true, power));
      assertEquals(unknown, marginal("exponential(1)").tail(0, -3, true, power));
      assertEquals(ScaledInterval.ZERO, marginal("beta(2, 2)").tail(0, 0.5, true, power));
      assertEquals(
          ScaledInterval.ZERO, marginal("normal(0, 1) on [-1, 1]").tail(0, 0, false, power));
    }
  }

  @Test
  void whereADensityRisesTheTailIsAtMostOne() {
    ScaledInterval trivial = ScaledInterval.of(Interval.of(0, 1));
    assertEquals(trivial, marginal("normal(0, 1)").tailAbove(-1));
    assertEquals(trivial, marginal("normal(0, 1)").tailAbove(0));
    assertEquals(trivial, marginal("normal(0, 1)").tailBelow(1e-9));
    assertEquals(trivial, marginal("gamma(9, 1)").tailAbove(3));
    assertEquals(trivial, marginal("gamma(9, 1)").tailAbove(-3));
    assertEquals(trivial, marginal("exponential(1)").tailAbove(-3));
    for (String text : new String[] {"uniform(0, 1)", "beta(2, 2)", "normal(0, 1) on [-1, 1]"}) {
      assertEquals(ScaledInterval.ZERO, marginal(text).tailAbove(0.5));
      assertEquals(ScaledInterval.ZERO, marginal(text).tailBelow(0.5));
    }
  }

  @Test
  void suggestedTruncationsAreFarOut() {
    assertEquals(-64, marginal("normal(9, 2)").suggestedLower());
    assertEquals(64, marginal("normal(9, 2)").suggestedUpper());
    assertEquals(0, marginal("exponential(2)").suggestedLower());
    assertEquals(2048, marginal("exponential(2)").suggestedUpper());
    Marginal gamma = marginal("gamma(400, 2)");
    ScaledInterval left = gamma.tailAbove(gamma.suggestedUpper());
    assertTrue(left.value().upper() == 0 || left.scale() < -1000);
    Marginal third = marginal("uniform(0, 1) on [1/3, 2/3]");
    assertEquals(0, third.suggestedLower());
    assertEquals(1, third.suggestedUpper());
    assertEquals(-INFINITY, marginal("normal(0, 1)").domainLower().upper());
    assertEquals(INFINITY, marginal("normal(0, 1)").domainUpper().lower());
  }

  @Test
  void unknownPartsAreEnclosed() {
    Marginal normal = marginal("normal(0, 1)");
    Interval around = Interval.of(-1, 1);
    ScaledInterval mass = normal.mass(around, around);
    assertEquals(0, mass.value().lower());
    assertTrue(mass.toInterval().upper() > 0.68);
    ScaledInterval wide = normal.mass(Interval.of(-0.5, 0), Interval.of(1, 1.5));
    assertTrue(wide.toInterval().lower() <= 0.34135 && wide.toInterval().upper() >= 0.6247);
  }

  @Test
  void aPartTooNarrowForDoublesIsRefused() {
    Distribution histogram = Distribution.parse("histogram([0, 1, 2], [1, 0])");
    Rational nearlyOne = Rational.ONE.minus(Rational.parse("1e-30"));
    Truncated truncated = new Truncated(histogram, nearlyOne, Rational.of(2));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Marginal.of(truncated)).getMessage();
    assertTrue(message.contains("widen"), message);
  }
}
