package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformSumTest {

  private static double[] widths(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] widths = new double[count];
    Arrays.setAll(widths, k -> (random.nextBoolean() ? 1 : -1) * (0.05 + random.nextDouble()));
    return widths;
  }

  private static double reach(double[] widths) {
    return Arrays.stream(widths).map(Math::abs).sum();
  }

  @Test
  void nothingIsAConstant() {
    UniformSum constant = new UniformSum(2);
    assertEquals(0, constant.cdf(Math.nextDown(2)));
    assertEquals(1, constant.cdf(2));
    assertEquals(0, constant.density(2));
    assertEquals(0, constant.deviation());
  }

  @Test
  void oneIsUniform() {
    UniformSum one = new UniformSum(1, 0, -2);
    assertEquals(0, one.cdf(-1));
    assertEquals(0.25, one.cdf(0));
    assertEquals(0.875, one.cdf(2.5));
    assertEquals(1, one.cdf(4));
    assertEquals(0.25, one.density(0));
    assertEquals(0, one.density(3.5));
  }

  @Test
  void twoAreATrapezium() {
    UniformSum two = new UniformSum(0, 1, 3);
    assertEquals(1.0 / 24, two.cdf(-3), 1e-16);
    assertEquals(0.5, two.cdf(0));
    assertEquals(0.5 + 1.0 / 6, two.cdf(1), 1e-16);
    assertEquals(1 - 0.25 / 24, two.cdf(3.5), 1e-16);
    assertEquals(1.0 / 6, two.density(-1.5), 1e-16);
    assertEquals(1.0 / 12, two.density(3), 1e-16);
  }

  /** Sums of equal terms are those of Irwin and Hall, from the binomial sum. */
  @Test
  void equalTermsAreThoseOfIrwinAndHall() {
    for (int n = 3; n <= 7; n++) {
      double[] widths = new double[n];
      Arrays.fill(widths, 0.5);
      UniformSum sum = new UniformSum(n / 2.0, widths);
      for (double x = 0.1; x < n; x += 0.3) {
        double cdf = 0;
        for (int k = 0; k <= x; k++) {
          double term = CombinatoricsUtils.binomialCoefficientDouble(n, k) * Math.pow(x - k, n);
          cdf += (k % 2 == 0 ? term : -term) / CombinatoricsUtils.factorialDouble(n);
        }
        assertEquals(cdf, sum.cdf(x), 1e-12);
      }
    }
  }

  /** The corner of the cube has a known volume, and only one sign counts there. */
  @ParameterizedTest
  @ValueSource(ints = {3, 8, 9, 16})
  void farOutItIsExact(int count) {
    double[] widths = widths(count, 7);
    double least = Arrays.stream(widths).map(Math::abs).min().orElseThrow();
    double expected = Math.pow(least, count) / CombinatoricsUtils.factorialDouble(count);
    for (double a : widths) {
      expected /= 2 * Math.abs(a);
    }
    double found = new UniformSum(0, widths).cdf(least - reach(widths));
    assertEquals(expected, found, 1e-9 * expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 9, 12, 16, 17, 31, 200})
  void theMassIsOne(int count) {
    double[] widths = widths(count, count);
    double reach = reach(widths);
    UniformSum sum = new UniformSum(0, widths);
    int cells = 400;
    double mass = 0;
    double mean = 0;
    double square = 0;
    for (int k = 0; k < cells; k++) {
      double t = reach * (2 * (k + 0.5) / cells - 1);
      double part = 2 * reach / cells * sum.density(t);
      mass += part;
      mean += part * t;
      square += part * t * t;
    }
    assertEquals(1, mass, 5e-3);
    assertEquals(0, mean, 1e-9);
    assertEquals(sum.deviation(), Math.sqrt(square), 5e-3 * sum.deviation());
  }

  /** As printed, the density has another constant: with it the mass of this sum is 8382. */
  @Test
  void theConstantOfThePaperIsWrong() {
    double beta = 0.7;
    double[] q = {1.1, -0.3, 2, 0.5, -1.2};
    double[] widths = Arrays.stream(q).map(x -> beta * x).toArray();
    double reach = reach(widths);
    UniformSum sum = new UniformSum(0, widths);
    double mass = 0;
    for (int k = 0; k < 600; k++) {
      mass += reach / 300 * sum.density(reach * ((k + 0.5) / 300 - 1));
    }
    assertEquals(1, mass, 1e-4);
    double convolved = mass;
    double printed = 1 / (2 * Math.PI);
    for (double x : q) {
      convolved *= 2 * beta * Math.abs(x);
      printed *= 2 * Math.PI / Math.abs(x);
    }
    assertEquals(8382, printed * convolved, 2);
    assertEquals(Math.pow(4 * Math.PI * beta, 5) / (2 * Math.PI), printed * convolved, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 9, 13, 16, 17, 40})
  void cdfsAreSymmetricAndAscend(int count) {
    double[] widths = widths(count, 3);
    double reach = reach(widths);
    UniformSum sum = new UniformSum(0, widths);
    double before = 0;
    for (int k = -20; k <= 20; k++) {
      double t = k / 20.0 * reach;
      assertTrue(sum.cdf(t) >= before - 1e-13);
      before = sum.cdf(t);
      assertEquals(1, before + sum.cdf(-t), 1e-15);
    }
    assertEquals(0, sum.cdf(-reach));
    assertEquals(1, sum.cdf(reach));
  }

  /** A term more that does hardly anything takes another way to the same number. */
  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void allWaysMeet(int count) {
    double[] few = widths(count, 11);
    double[] more = Arrays.copyOf(few, count + 1);
    more[count] = 1e-9;
    UniformSum one = new UniformSum(0, few);
    UniformSum other = new UniformSum(0, more);
    for (int k = -9; k <= 9; k++) {
      double t = k / 10.0 * reach(few);
      assertEquals(one.cdf(t), other.cdf(t), 1e-11);
      assertEquals(one.density(t), other.density(t), 1e-9);
    }
  }

  @Test
  void verySmallTermsDoNoHarm() {
    UniformSum sum = new UniformSum(0, 1, 1e-30, 1e-300, 0.5);
    assertEquals(new UniformSum(0, 1, 0.5).cdf(-0.9), sum.cdf(-0.9), 1e-15);
    assertEquals(new UniformSum(0, 1, 0.5).density(-0.9), sum.density(-0.9), 1e-15);
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThrows(EstimateException.class, () -> new UniformSum(Double.NaN, 1));
    assertThrows(EstimateException.class, () -> new UniformSum(0, Double.POSITIVE_INFINITY));
  }
}
