package surety.certificates.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.DrawLaw;
import surety.certificates.loop.Instruction;
import surety.certificates.loop.LoopProgram;
import surety.certificates.loop.Loops;
import surety.certificates.precise.Ball;
import surety.certificates.precise.Exponent;
import surety.certificates.precise.PiNumber;
import surety.certificates.text.StatementException;

/** Means of draws against sums over dense points, and against fractions. */
class MixedMomentsTest {
  private static final int PRECISION = 128;
  private static final int POINTS = 200_000;

  private static DrawLaw law(String text) throws StatementException {
    LoopProgram program =
        Loops.claim("start\nd ~ " + text + "\nstep\nend\n", 0, "E(d) = ?").program();
    return ((Instruction.Draw) program.start().get(0)).distribution();
  }

  private static Ball moment(DrawLaw law, int power, String re, String im) {
    Exponent exponent =
        new Exponent(PiNumber.of(Rational.parse(re)), PiNumber.of(Rational.parse(im)));
    return new MixedMoments(PRECISION).of(law, power, exponent);
  }

  private static void assertClose(double re, double im, Ball ours, double within) {
    double unit = Math.scalb(1.0, -PRECISION);
    double size = within * Math.max(1, Math.hypot(re, im));
    assertEquals(re, ours.re().doubleValue() * unit, size);
    assertEquals(im, ours.im().doubleValue() * unit, size);
    assertTrue(ours.radius().bitLength() < 24, () -> "wide: " + ours.radius());
  }

  /** The midpoint rule for a density that need not be normalised. */
  private static double[] integral(
      DoubleUnaryOperator density, double a, double b, int power, double l, double k) {
    double mass = 0;
    double re = 0;
    double im = 0;
    double h = (b - a) / POINTS;
    for (int j = 0; j < POINTS; j++) {
      double x = a + (j + 0.5) * h;
      double p = density.applyAsDouble(x);
      mass += p;
      re += p * Math.pow(x, power) * Math.exp(l * x) * Math.cos(k * x);
      im += p * Math.pow(x, power) * Math.exp(l * x) * Math.sin(k * x);
    }
    return new double[] {re / mass, im / mass};
  }

  private static void check(String text, DoubleUnaryOperator density, double a, double b)
      throws StatementException {
    DrawLaw law = law(text);
    String[][] exponents = {{"0", "0"}, {"0", "1"}, {"0", "-7/2"}, {"1/4", "0"}, {"-1/3", "2"}};
    for (int power = 0; power <= 5; power++) {
      for (String[] z : exponents) {
        double l = Rational.parse(z[0]).doubleFloor();
        double k = Rational.parse(z[1]).doubleFloor();
        double[] exact = integral(density, a, b, power, l, k);
        assertClose(exact[0], exact[1], moment(law, power, z[0], z[1]), 1e-6);
      }
    }
  }

  @Test
  void bounded() throws StatementException {
    check("uniform(-1, 5/2)", x -> 1, -1, 2.5);
    check("uniform((pi / -2), sqrt(2))", x -> 1, -Math.PI / 2, Math.sqrt(2));
    check("triangular(-1, 1/2, 3)", x -> x < 0.5 ? (x + 1) / 1.5 : (3 - x) / 2.5, -1, 3);
    check("triangular(0, 0, 1)", x -> 1 - x, 0, 1);
    check("beta(3, 2)", x -> x * x * (1 - x), 0, 1);
    check("beta(1, 3)", x -> (1 - x) * (1 - x), 0, 1);
    check("truncated-normal(1, 4, -2, 3)", x -> Math.exp(-(x - 1) * (x - 1) / 8), -2, 3);
    check("truncated-normal(0, 1/10000, -1/20, 1/20)", x -> Math.exp(-x * x * 5000), -0.05, 0.05);
  }

  @Test
  void unbounded() throws StatementException {
    check("normal(1, 2)", x -> Math.exp(-(x - 1) * (x - 1) / 4), -25, 30);
    check("gamma(3, 1/2)", x -> x * x * Math.exp(-2 * x), 0, 60);
    check("gamma(1, 2)", x -> Math.exp(-x / 2), 0, 400);
    check("laplace(1, 1/2)", x -> Math.exp(-2 * Math.abs(x - 1)), -40, 44);
  }

  @Test
  void finite() throws StatementException {
    DrawLaw law = law("finite(-2: 1/3, 0: 1/6, 5/2: 1/2)");
    for (int power = 0; power < 4; power++) {
      double re = 0;
      double im = 0;
      double[][] values = {{-2, 1 / 3.0}, {0, 1 / 6.0}, {2.5, 0.5}};
      for (double[] each : values) {
        re += each[1] * Math.pow(each[0], power) * Math.cos(3 * each[0]);
        im += each[1] * Math.pow(each[0], power) * Math.sin(3 * each[0]);
      }
      assertClose(re, im, moment(law, power, "0", "3"), 1e-14);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'uniform(0, 2)', 7, 16",
    "'uniform(-1/10, 1/10)', 3, 0",
    "'uniform(-1, 3)', 3, 5",
    "'triangular(0, 1, 2)', 2, 7/6",
    "'beta(1, 3)', 2, 1/10",
    "'normal(1, 1/4)', 4, 43/16",
    "'gamma(2, 3)', 3, 648",
    "'gamma(1/2, 1)', 2, 3/4",
    "'laplace(0, 2)', 4, 384",
    "'finite(0: 1/4, 1: 3/4)', 9, 3/4"
  })
  void rawMomentsAreFractions(String text, int power, String exact) throws StatementException {
    Ball ours = moment(law(text), power, "0", "0");
    Rational value = Rational.parse(exact);
    assertTrue(
        ours.real().lower().compareTo(value) <= 0 && ours.real().upper().compareTo(value) >= 0,
        () -> ours.real() + " " + value);
    assertTrue(ours.radius().bitLength() < 24);
  }

  /** Twice as many digits are of the same number. */
  @Test
  void precisionsAgree() throws StatementException {
    for (String text :
        new String[] {"truncated-normal(0, 1, -3, 4)", "beta(2, 5)", "uniform(-3, 1)"}) {
      DrawLaw law = law(text);
      for (int power = 0; power < 30; power += 5) {
        Exponent z = new Exponent(PiNumber.of(Rational.of(2)), PiNumber.PI);
        Ball rough = new MixedMoments(40).of(law, power, z);
        Ball fine = new MixedMoments(300).of(law, power, z);
        assertTrue(
            rough.minus(fine.withPrecision(40)).re().abs().bitLength() < 34
                && isWithin(rough, fine),
            () -> rough + " " + fine);
      }
    }
  }

  private static boolean isWithin(Ball rough, Ball fine) {
    Ball far = rough.minus(fine.withPrecision(40));
    return far.re().abs().compareTo(far.radius()) <= 0
        && far.im().abs().compareTo(far.radius()) <= 0;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uniform(1, 1)",
        "uniform(1, 0)",
        "normal(0, 0)",
        "normal(0, -1)",
        "beta(0, 1)",
        "beta(1, -2)",
        "gamma(0, 1)",
        "gamma(1, 0)",
        "laplace(0, 0)",
        "triangular(0, 2, 1)",
        "triangular(1, 0, 2)",
        "triangular(1, 1, 1)",
        "truncated-normal(0, 0, -1, 1)",
        "truncated-normal(0, 1, 1, 1)",
        "truncated-normal(0, 1, 1, -1)",
        "truncated-normal(0, 1, 30, 31)",
        "normal(0, sqrt(-1))",
        "normal((1 / (pi - pi)), 1)"
      })
  void wrongParametersAreRefused(String text) throws StatementException {
    DrawLaw law = law(text);
    assertThrows(ArithmeticException.class, () -> moment(law, 1, "0", "0"));
  }

  @ParameterizedTest
  @CsvSource({
    "'gamma(1, 2)', 1/2",
    "'gamma(1, 2)', 3",
    "'laplace(0, 2)', 1/2",
    "'laplace(0, 2)', -1/2",
    "'gamma(1/2, 1)', 1/4"
  })
  void meansThatDoNotExistAreRefused(String text, String exponent) throws StatementException {
    DrawLaw law = law(text);
    assertThrows(ArithmeticException.class, () -> moment(law, 0, exponent, "0"));
  }
}
