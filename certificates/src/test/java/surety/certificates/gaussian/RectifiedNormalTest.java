package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class RectifiedNormalTest {
  private static RectifiedNormal of(double mean, Interval... loadings) {
    return new RectifiedNormal(NormalForm.of(Interval.of(mean), loadings));
  }

  @Test
  void meanOfAStandardOne() {
    Interval mean = of(0, Interval.ONE).mean();
    assertTrue(mean.contains(0.3989422804014327) && mean.width() < 1e-15);
  }

  @Test
  void constantsAreTheirPositivePart() {
    assertEquals(Interval.of(2), of(2, Interval.ZERO).mean());
    assertEquals(Interval.ZERO, of(-2, Interval.ZERO).mean());
    assertEquals(Interval.ONE, of(2, Interval.ZERO).slope());
    assertEquals(Interval.ZERO, of(0, Interval.ZERO).slope());
    assertEquals(Interval.ZERO, of(2, Interval.ZERO).covariance(of(1, Interval.ONE)));
    assertEquals(Interval.ZERO, of(2, Interval.ZERO).covariance(of(1, Interval.ONE).form()));
  }

  /** Of a loading that may be 0 what holds in both cases is said. */
  @Test
  void whatMayBeConstantIsEnclosed() {
    RectifiedNormal narrow = of(1, new Interval(-1e-3, 1e-3));
    assertTrue(narrow.mean().contains(1) && narrow.mean().contains(1.0000001));
    assertTrue(narrow.mean().width() < 1e-3);
    assertEquals(new Interval(0, 1), narrow.slope());
    Interval covariance = narrow.covariance(of(1, Interval.ONE));
    assertTrue(covariance.contains(1e-3 * 0.84) && covariance.contains(-1e-3 * 0.84));
    assertTrue(covariance.width() < 3e-3);
    assertTrue(narrow.covariance(of(1, Interval.ONE).form()).contains(1e-3));
  }

  @Test
  void samplesAgree() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 12; i++) {
      double[][] a = new double[2][3];
      double[] means = {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
      for (double[] row : a) {
        for (int q = 0; q < 3; q++) {
          row[q] = random.nextDouble(-1, 1);
        }
      }
      RectifiedNormal r = of(means[0], of(a[0]));
      RectifiedNormal s = of(means[1], of(a[1]));
      requireSamples(random, means, a, r, s);
    }
  }

  private static Interval[] of(double[] loadings) {
    Interval[] intervals = new Interval[loadings.length];
    Arrays.setAll(intervals, q -> Interval.of(loadings[q]));
    return intervals;
  }

  private static void requireSamples(
      SplittableRandom random, double[] means, double[][] a, RectifiedNormal r, RectifiedNormal s) {
    int count = 40_000;
    double[] sums = new double[4];
    double squares = 0;
    for (int n = 0; n < count; n++) {
      double x = means[0];
      double y = means[1];
      for (int q = 0; q < 3; q++) {
        double z = random.nextGaussian();
        x += a[0][q] * z;
        y += a[1][q] * z;
      }
      double u = Math.max(0, x) - r.mean().middle();
      double v = Math.max(0, y) - s.mean().middle();
      sums[0] += u;
      sums[1] += v;
      sums[2] += u * v;
      sums[3] += u * (y - means[1]);
      squares += u * u * v * v + u * u * (y - means[1]) * (y - means[1]);
    }
    double error = 5 * Math.sqrt(squares / count / count) + 0.02;
    assertEquals(0, sums[0] / count, error);
    assertEquals(0, sums[1] / count, error);
    assertEquals(r.covariance(s).middle(), sums[2] / count, error);
    assertEquals(r.covariance(s.form()).middle(), sums[3] / count, error);
  }
}
