package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

/** Taylor coefficients of all factors: those at points, on intervals and in units agree. */
class FactorTest {
  private static final int DEGREE = 24;

  private static Factor factor(String name) {
    return switch (name) {
      case "gaussian" -> new GaussianFactor();
      case "falling" -> new ExponentialFactor(false);
      case "rising" -> new ExponentialFactor(true);
      case "logistic" -> new LogisticFactor();
      case "cauchy" -> new StudentFactor(Rational.ONE);
      case "student" -> new StudentFactor(Rational.of(301, 2));
      case "root" -> new PowerFactor(false, Rational.of(1, 2));
      case "pole" -> new PowerFactor(false, Rational.of(-1, 3));
      case "mirrored" -> new PowerFactor(true, Rational.of(-9, 10));
      case "pareto" -> new PowerFactor(false, Rational.of(-3));
      case "square" -> new PowerFactor(false, Rational.of(2));
      case "stretched" -> new StretchedFactor(Rational.of(1, 2));
      case "weibull" -> new StretchedFactor(Rational.of(7, 2));
      case "polynomial" ->
          new PolynomialFactor(
              Rational.of(1, 3), List.of(Rational.of(5), Rational.of(-1, 7), Rational.of(3)));
      default -> new LogGaussianFactor(Interval.of(0.3));
    };
  }

  private static Interval value(Factor factor, double z) {
    Series series = factor.series(Interval.of(z), 0, 0);
    return new ScaledInterval(series.coefficients()[0], series.scale()).toInterval();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gaussian",
        "falling",
        "rising",
        "logistic",
        "cauchy",
        "student",
        "root",
        "pole",
        "mirrored",
        "pareto",
        "square",
        "stretched",
        "weibull",
        "polynomial",
        "lognormal"
      })
  void seriesAreThoseOfTheValues(String name) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    Factor factor = factor(name);
    for (int run = 0; run < 200; run++) {
      double c = random.nextDouble(0.2, 0.8);
      double h = Math.scalb(random.nextDouble(), -random.nextInt(3, 9));
      double z = c + h * random.nextDouble(-1, 1);
      Interval all = Interval.of(c - h, c + h);
      Interval[] point = factor.series(Interval.of(c), DEGREE, 0).withScale(0).coefficients();
      Interval[] whole = factor.series(all, DEGREE, 0).withScale(0).coefficients();
      Interval[] inside = factor.series(Interval.of(z), DEGREE, 0).withScale(0).coefficients();
      Interval[] unit = factor.series(all, DEGREE, -7).withScale(0).coefficients();
      Interval step = Interval.of(z).minus(Interval.of(c));
      Interval sum = whole[DEGREE].times(step.power(DEGREE));
      for (int k = 0; k < DEGREE; k++) {
        sum = sum.plus(point[k].times(step.power(k)));
        assertTrue(meets(whole[k], inside[k]) && meets(whole[k], point[k]), name + " " + k);
        assertTrue(meets(unit[k].scaledBy(7 * k), inside[k]), name + " " + k);
        if (k > 0) {
          // the coefficient is the derivative of the one before
          Interval slope = whole[k].times(k).times(step);
          assertTrue(meets(inside[k - 1].minus(point[k - 1]), slope), name + " slope " + k);
        }
      }
      assertTrue(meets(sum, value(factor, z)), () -> name + " at " + z);
    }
  }

  private static boolean meets(Interval a, Interval b) {
    return a.lower() <= b.upper() && b.lower() <= a.upper();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gaussian",
        "falling",
        "rising",
        "logistic",
        "cauchy",
        "student",
        "root",
        "pole",
        "mirrored",
        "pareto",
        "square",
        "stretched",
        "weibull",
        "polynomial",
        "lognormal"
      })
  void logarithmicDerivativesAreThoseOfTheSeries(String name) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    Factor factor = factor(name);
    for (int run = 0; run < 100; run++) {
      Interval z = Interval.of(random.nextDouble(0.1, 0.9));
      Interval[] series = factor.series(z, 1, 0).coefficients();
      Interval quotient = series[1].dividedBy(series[0]);
      Interval derivative = factor.logarithmicDerivative(z);
      assertTrue(meets(quotient, derivative), () -> name + ": " + quotient + " " + derivative);
      assertTrue(derivative.width() < 1e-12, name);
    }
  }

  /** The doubles next to an end, seen from a mixture's coordinate, may all lie outside of it. */
  @ParameterizedTest
  @ValueSource(strings = {"root", "square", "stretched", "weibull", "lognormal"})
  void nothingIsBelowZero(String name) {
    Factor factor = factor(name);
    assertTrue(value(factor, -0x1p-50).contains(value(factor, 0).middle()), name);
    assertTrue(value(factor, 0).contains(name.contains("tr") || name.contains("w") ? 1 : 0), name);
  }

  /** The tails' rule: z f'/f falls as z grows, where the logarithm is not known to be concave. */
  @ParameterizedTest
  @ValueSource(strings = {"cauchy", "student", "pole", "pareto", "stretched", "lognormal"})
  void theyAreConcaveInTheLogarithm(String name) {
    Factor factor = factor(name);
    assertFalse(factor.isLogConcave());
    double before = Double.POSITIVE_INFINITY;
    for (double z = 0.01; z < 1e6; z *= 1.5) {
      Interval slope = factor.logarithmicDerivative(Interval.of(z)).times(z);
      assertTrue(slope.lower() <= before, () -> name + " " + slope);
      before = slope.upper();
    }
  }

  /** 2^60 scale lengths out, coefficients of order 24 are beyond doubles but for the unit. */
  @Test
  void unitsKeepCoefficientsInTheRangeOfDoubles() {
    double far = 0x1p60;
    for (String name : new String[] {"cauchy", "pareto", "root"}) {
      Series series = factor(name).series(Interval.of(far), DEGREE, 59);
      for (int k = 0; k <= DEGREE; k++) {
        Interval a = series.coefficients()[k];
        assertTrue(a.isBounded() && a.width() <= 1e-6 * a.magnitude(), name + " " + k + " " + a);
      }
    }
    Interval[] pareto = factor("pareto").series(Interval.of(far), 2, 60).coefficients();
    assertEquals(-3, pareto[1].middle() / pareto[0].middle(), 1e-12);
    assertEquals(6, pareto[2].middle() / pareto[0].middle(), 1e-12);
  }
}
