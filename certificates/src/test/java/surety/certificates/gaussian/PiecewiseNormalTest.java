package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class PiecewiseNormalTest {
  private static NormalForm form(double mean, double... loadings) {
    Interval[] all = new Interval[loadings.length];
    for (int q = 0; q < all.length; q++) {
      all[q] = Interval.of(loadings[q]);
    }
    return NormalForm.of(Interval.of(mean), all);
  }

  /** A function, kink by kink. */
  private static final class Kinks {
    private final double[] knots;
    private final double[] slopes;
    private final double start;
    private final List<RectifiedNormal> all = new ArrayList<>();
    private final NormalForm form;

    Kinks(SplittableRandom random, NormalForm form) {
      this.form = form;
      this.knots = random.doubles(random.nextInt(1, 9), -4, 4).sorted().toArray();
      this.slopes = random.doubles(knots.length + 1, -2, 2).toArray();
      this.start = random.nextDouble();
      for (double knot : knots) {
        all.add(new RectifiedNormal(form.withMean(form.mean().minus(Interval.of(knot)))));
      }
    }

    private double rise(int k) {
      return slopes[k + 1] - slopes[k];
    }

    /** {@code start + slopes[0] (x - knots[0])} and the kinks. */
    double mean() {
      double mean = start + slopes[0] * (form.mean().middle() - knots[0]);
      for (int k = 0; k < knots.length; k++) {
        mean += rise(k) * all.get(k).mean().middle();
      }
      return mean;
    }

    double covariance(NormalForm other) {
      double sum = slopes[0] * form.covariance(other).middle();
      for (int k = 0; k < knots.length; k++) {
        sum += rise(k) * all.get(k).covariance(other).middle();
      }
      return sum;
    }

    double covariance(NormalFunction other) {
      double sum = slopes[0] * other.covariance(form).middle();
      for (int k = 0; k < knots.length; k++) {
        sum += rise(k) * all.get(k).covariance(other).middle();
      }
      return sum;
    }

    double covariance(Kinks other) {
      double sum = slopes[0] * other.covariance(form);
      for (int k = 0; k < knots.length; k++) {
        sum += rise(k) * other.covariance(all.get(k));
      }
      return sum;
    }

    CurvedNormal atOnce() {
      List<Interval> values = new ArrayList<>(List.of(Interval.of(start)));
      for (int k = 1; k < knots.length; k++) {
        Interval length = Interval.of(knots[k]).minus(Interval.of(knots[k - 1]));
        values.add(values.get(k - 1).plus(length.times(slopes[k])));
      }
      return new PiecewiseNormal(form, knots)
          .function(values, Interval.of(slopes[0]), Interval.of(slopes[knots.length]));
    }
  }

  @Test
  void isTheSumOfItsKinks() {
    SplittableRandom random = new SplittableRandom(85);
    for (int i = 0; i < 200; i++) {
      Kinks f = new Kinks(random, form(random.nextDouble(-2, 2), 0.3, random.nextDouble(-1, 1)));
      Kinks g = new Kinks(random, form(random.nextDouble(-2, 2), random.nextDouble(-1, 1), 0.5));
      CurvedNormal first = f.atOnce();
      CurvedNormal second = g.atOnce();
      assertEquals(f.mean(), first.mean().middle(), 1e-11);
      assertTrue(first.mean().width() < 1e-11);
      assertEquals(f.covariance(g.form), first.covariance(g.form).middle(), 1e-11);
      Interval both = first.covariance(second);
      double exact = f.covariance(g);
      assertTrue(both.plus(new Interval(-1e-11, 1e-11)).contains(exact), both + " " + exact);
      Interval own = first.covariance(first);
      double variance = f.covariance(f);
      assertTrue(own.plus(new Interval(-1e-11, 1e-11)).contains(variance), own + " " + variance);
      assertTrue(own.width() < 0.05 * (1 + variance), own.toString());
      assertTrue(first.greatestDeviation() >= Math.sqrt(Math.max(0, variance)) - 1e-9);
    }
  }

  @Test
  void shares() {
    PiecewiseNormal pieces = new PiecewiseNormal(form(1, 2), new double[] {-1, 1, 5});
    double[] exact = {0.158655253931457, 0.341344746068543, 0.477249868051821, 0.022750131948179};
    for (int k = 0; k < exact.length; k++) {
      assertEquals(exact[k], pieces.share(k).middle(), 1e-14);
      assertTrue(pieces.share(k).width() < 1e-14);
    }
    // (1 + x^2) Phi(x) + x phi(x) at -1 and at -2, times 4
    assertEquals(4 * 0.07533978334, pieces.squareBefore().middle(), 1e-9);
    assertEquals(4 * 0.0057687267, pieces.squareBehind().middle(), 1e-9);
  }

  @Test
  void needsANumberThatVaries() {
    assertTrue(PiecewiseNormal.isPossible(form(1, 2)));
    assertFalse(PiecewiseNormal.isPossible(form(1, 0)));
    assertFalse(PiecewiseNormal.isPossible(form(Double.POSITIVE_INFINITY, 1)));
    Interval[] vague = {new Interval(-1, 1)};
    assertFalse(PiecewiseNormal.isPossible(NormalForm.of(Interval.ZERO, vague)));
  }
}
