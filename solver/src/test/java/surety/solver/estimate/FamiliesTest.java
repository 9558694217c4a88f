package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.density.Restricted;

class FamiliesTest {

  private static RealDistribution of(String text) {
    return new Families(new Well19937c(5)).of(Distribution.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uniform(-1, 3); 1; 1.3333333333333333",
        "uniform(-1, 3) on [0, 5]; 1.5; 0.75",
        "normal(1, 2); 1; 4",
        "normal(0, 1) on [-1, 1]; 0; 0.29112509477279",
        "normal(0, 1) on [0, inf]; 0.79788456080287; 0.36338022763242",
        "normal(0, 1) on [8, inf]; 8.1213681122361; 0.01432488344",
        "normal(0, 1) on [-1000000, 1000000]; 0; 1",
        "exponential(2) on [1, inf]; 1.5; 0.25",
        "beta(1/2, 1/2) on [0, 1/2]; 0.18169011381621; 0.02367881604979",
        "pareto(3/2, 1) on [1, 4]; 1.7142857142857; 0.48979591836735",
        "laplace(1, 2) on [1, inf]; 3; 4",
        "histogram([0, 1, 3], [1/4, 3/4]); 1.625; 0.69270833333333",
        "polynomial([0, 1], [[0, 2]]); 0.66666666666667; 0.05555555555556",
        "studentt(5, 1, 2); 1; 6.6666666666667",
        "triangular(0, 1, 2); 1; 0.16666666666667"
      })
  void momentsAreKnown(String text, double mean, double variance) {
    RealDistribution found = of(text);
    assertEquals(mean, found.getNumericalMean(), 1e-7);
    assertEquals(variance, found.getNumericalVariance(), 1e-6 * Math.max(1, variance));
  }

  /** The kernel's enclosures know the same probabilities. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "beta(2, 5)",
        "gamma(1/2, 3)",
        "lognormal(0, 1/2)",
        "weibull(2, 3)",
        "logistic(1, 2)",
        "laplace(-1, 1/2)",
        "studentt(3, 1, 2)",
        "cauchy(0, 2)",
        "pareto(2, 1)",
        "triangular(0, 1, 3)",
        "exponential(3)",
        "histogram([0, 1, 3], [1/4, 3/4])",
        "polynomial([0, 1], [[0, 2]])",
        "normal(0, 1) on [1, 3]",
        "studentt(3/2, 0, 1) on [0, inf]",
        "laplace(0, 1) on [-1, 2]"
      })
  void cdfsAreTheKernels(String text) {
    RealDistribution found = of(text);
    Marginal marginal = Marginal.of(Distribution.parse(text));
    double lower = marginal.domainLower().lower();
    double from = Math.max(-9, lower);
    for (double z = from + 0.1; z < from + 4; z += 0.3) {
      double expected = marginal.mass(Interval.of(lower), Interval.of(z)).toInterval().middle();
      double x = marginal.scale().middle() * z + marginal.shift().middle();
      assertEquals(expected, found.cumulativeProbability(x), 1e-9, text + " at " + x);
    }
  }

  /** Samples have the probabilities; of 20,000 the largest distance is below 0.0138. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "studentt(3, 1, 2)",
        "normal(0, 1) on [1, 3]",
        "histogram([0, 1, 3], [1/4, 3/4])",
        "polynomial([0, 1], [[0, 2]])",
        "gamma(1/2, 3)",
        "cauchy(0, 2)"
      })
  void samplesFollowTheCdf(String text) {
    RealDistribution found = of(text);
    double[] samples = found.sample(20_000);
    Arrays.sort(samples);
    for (int k = 0; k < samples.length; k += 500) {
      assertEquals(
          (k + 0.5) / samples.length, found.cumulativeProbability(samples[k]), 0.0138, text);
    }
  }

  @Test
  void truncatedHeavyTailsHaveTheMomentsOfTheirTails() {
    assertTrue(Double.isNaN(of("cauchy(0, 1) on [0, inf]").getNumericalMean()));
    assertTrue(Double.isFinite(of("studentt(3/2, 0, 1) on [0, inf]").getNumericalMean()));
    assertTrue(Double.isNaN(of("studentt(3/2, 0, 1) on [0, inf]").getNumericalVariance()));
    assertEquals(0, of("cauchy(0, 1) on [-1, 1]").getNumericalMean(), 1e-12);
    assertFalse(Double.isFinite(of("pareto(1, 1)").getNumericalMean()));
  }

  @Test
  void restrictedDensitiesHaveAMass() {
    Distribution half =
        new Restricted(
            Distribution.parse("normal(0, 1)"), Optional.empty(), Optional.of(Rational.ZERO));
    assertEquals(0.5, Families.mass(half), 1e-12);
    assertEquals(1, Families.mass(Distribution.parse("normal(0, 1)")));
    RealDistribution part = new Families(new Well19937c(5)).of(half);
    assertEquals(-Math.sqrt(2 / Math.PI), part.getNumericalMean(), 1e-9);
    assertEquals(1, part.cumulativeProbability(0));
  }

  @Test
  void quantilesOfPanelsAreThoseOfTheDensity() {
    RealDistribution part = of("normal(0, 1) on [-1, inf]");
    NormalDistribution whole = new NormalDistribution(0, 1);
    double below = whole.cumulativeProbability(-1);
    for (double p = 0.01; p < 1; p += 0.07) {
      double expected = whole.inverseCumulativeProbability(below + p * (1 - below));
      assertEquals(expected, part.inverseCumulativeProbability(p), 2e-3);
    }
    assertEquals(-1, part.inverseCumulativeProbability(0), 1e-12);
  }
}
