package surety.certificates.integral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.stop.Stop;

class SimplexMomentsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Interval UNKNOWN = new Interval(0, INFINITY);

  private static void check(Rational truth, Interval enclosure, double relative) {
    double gap = relative * Math.abs(truth.doubleCeiling());
    assertTrue(ExactForm.isWithin(truth, enclosure, gap), () -> truth + " " + enclosure);
  }

  private static SimplexMoments moments(BernsteinForm form, double volume) {
    return new SimplexMoments(form, volume, volume);
  }

  @Test
  void momentsContainTheExactIntegralsAndAreTight() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 60; k++) {
      ExactForm exact = ExactForm.random(random, 0);
      SimplexMoments moments = moments(exact.form(), exact.volume());
      double relative = (8 + 8 * exact.form().coefficients().length) * 0x1p-52;
      for (int i = 0; i < exact.vertices(); i++) {
        check(exact.integral(i), moments.first(i), relative);
        for (int j = 0; j < exact.vertices(); j++) {
          check(exact.integral(i, j), moments.second(i, j), relative);
          assertEquals(moments.second(j, i), moments.second(i, j));
        }
      }
    }
  }

  @Test
  void negativeCoefficientsAreContainedUpToTheCutAtZero() {
    SplittableRandom random = new SplittableRandom(2);
    for (int k = 0; k < 60; k++) {
      ExactForm exact = ExactForm.random(random, -1);
      SimplexMoments moments = moments(exact.form(), exact.volume());
      for (int i = 0; i < exact.vertices(); i++) {
        for (int j = 0; j < exact.vertices(); j++) {
          Rational truth = exact.integral(i, j);
          Rational cut = truth.signum() < 0 ? Rational.ZERO : truth;
          Interval second = moments.second(i, j);
          assertTrue(second.contains(cut), () -> truth + " " + second);
          assertTrue(second.lower() >= 0);
        }
      }
    }
  }

  @Test
  void aSquareWithNegativeCoefficientInBetween() {
    // (1 - 2 z)^2 over [0, 1] has the coefficients 1, -1, 1: mass 1/3, by symmetry 1/6 each
    SimplexMoments moments = moments(ExactForm.of(2, 2, 1, 1, -1, 1).form(), 1);
    check(Rational.of(1, 6), moments.first(0), 1e-13);
    check(Rational.of(1, 6), moments.first(1), 1e-13);
    // the integral of z^2 (1 - 2 z)^2 is 1/3 - 1 + 4/5
    check(Rational.of(2, 15), moments.second(1, 1), 1e-13);
    check(Rational.of(1, 30), moments.second(0, 1), 1e-13);
  }

  @Test
  void anErrorOfTheDensityCountsWithTheUniformMoments() {
    ExactForm exact = ExactForm.of(3, 1, 0.5, 1, 2, 3);
    double error = 0x1p-10;
    SimplexMoments moments = moments(exact.vague(error), 0.5);
    Rational e = ExactForm.exact(error * 0.5);
    for (int sign = -1; sign <= 1; sign += 2) {
      Rational off = e.times(Rational.of(sign));
      for (int i = 0; i < 3; i++) {
        assertTrue(moments.first(i).contains(exact.integral(i).plus(off.times(Rational.of(1, 3)))));
        for (int j = 0; j < 3; j++) {
          Rational share = Rational.of(i == j ? 2 : 1, 12);
          Rational truth = exact.integral(i, j).plus(off.times(share));
          assertTrue(moments.second(i, j).contains(truth));
          assertEquals(2 * e.times(share).doubleFloor(), moments.second(i, j).width(), 1e-14);
        }
      }
    }
  }

  @Test
  void uniformMomentsOfAHighDegreeAreTheKnownOnes() {
    int degree = 10;
    BernsteinBasis basis = new BernsteinBasis(5, degree, Stop.NEVER);
    double[] ones = new double[basis.size(degree)];
    assertEquals(1001, ones.length);
    Arrays.fill(ones, 1);
    SimplexMoments moments = moments(new BernsteinForm(basis, degree, ones, 0), 30);
    check(Rational.of(6), moments.first(3), 1e-12);
    check(Rational.of(1), moments.second(1, 3), 1e-12);
    check(Rational.of(2), moments.second(2, 2), 1e-12);
  }

  @Test
  void volumesAreRoundedOutward() {
    ExactForm exact = ExactForm.of(2, 1, 1, 0.3, 0.7);
    SimplexMoments wide = new SimplexMoments(exact.form(), 0.5, 2);
    assertTrue(wide.first(0).lower() <= exact.integral(0).doubleFloor() / 2);
    assertTrue(wide.first(0).upper() >= exact.integral(0).doubleCeiling() * 2);
    SimplexMoments tiny = moments(exact.form(), Double.MIN_VALUE);
    assertEquals(new Interval(0, Double.MIN_VALUE), tiny.first(0));
    SimplexMoments none = moments(exact.form(), 0);
    assertEquals(Interval.ZERO, none.first(1));
    assertEquals(Interval.ZERO, none.second(1, 0));
  }

  @Test
  void hugeAndTinyCoefficientsStayContained() {
    for (double c : new double[] {Double.MIN_VALUE, 0x1p-1060, 0x1p900}) {
      ExactForm exact = ExactForm.of(3, 1, 0x1p100, c, 0, c);
      SimplexMoments moments = moments(exact.form(), exact.volume());
      for (int i = 0; i < 3; i++) {
        // the bound of an error is at least the smallest subnormal
        double relative = c < 0x1p-1000 ? INFINITY : 1e-13;
        check(exact.integral(i), moments.first(i), relative);
        check(exact.integral(i, 1), moments.second(i, 1), relative);
      }
    }
  }

  @Test
  void whatIsUnknownHasNoBound() {
    ExactForm exact = ExactForm.of(2, 0, 1, 0);
    SimplexMoments vague = moments(exact.vague(INFINITY), 1);
    assertEquals(UNKNOWN, vague.first(0));
    assertEquals(UNKNOWN, vague.second(0, 1));
    double[][] overflows = {
      {Double.MAX_VALUE, Double.MAX_VALUE}, {Double.NaN, 1}, {INFINITY, 1}, {-INFINITY, INFINITY}
    };
    for (double[] coefficients : overflows) {
      SimplexMoments moments = moments(ExactForm.of(2, 1, 1, coefficients).form(), 1);
      assertEquals(UNKNOWN, moments.first(1));
      assertEquals(UNKNOWN, moments.second(1, 1));
    }
  }
}
