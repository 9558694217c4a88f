package surety.certificates.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class HermiteSeriesTest {
  private static RectifiedNormal rectified(SplittableRandom random, double... loadings) {
    Interval[] all = new Interval[loadings.length];
    for (int q = 0; q < all.length; q++) {
      all[q] = Interval.of(loadings[q]);
    }
    return new RectifiedNormal(NormalForm.of(Interval.of(random.nextDouble(-2, 2)), all));
  }

  private static Interval correlation(RectifiedNormal a, RectifiedNormal b) {
    return a.form().covariance(b.form()).dividedBy(a.deviation().times(b.deviation()));
  }

  /** The integral of one variable knows the same number without a series. */
  @Test
  void pairsOfKinksAreThoseOfIntegrals() {
    SplittableRandom random = new SplittableRandom(82);
    int close = 0;
    for (int i = 0; i < 400; i++) {
      double share = i % 8 == 0 ? 0 : random.nextDouble(-1, 1);
      RectifiedNormal a = rectified(random, Math.exp(random.nextDouble(-3, 3)), share);
      RectifiedNormal b = rectified(random, random.nextDouble(-1, 1), random.nextDouble());
      Interval rho = correlation(a, b);
      Interval exact = a.bent(b, rho);
      Interval series = a.series().covariance(b.series(), rho);
      String what = exact + " and " + series + " for " + rho;
      assertTrue(series.lower() <= exact.upper() && exact.lower() <= series.upper(), what);
      double size = a.deviation().upper() * b.deviation().upper();
      close += series.width() < 1e-9 * size ? 1 : 0;
      if (rho.magnitude() < 0.8) {
        assertTrue(series.width() < 1e-9 * size, what);
      }
    }
    assertTrue(close > 200, "close: " + close);
  }

  /** A sum of kinks is the sum of their series. */
  @Test
  void kinksAddUp() {
    Interval two = Interval.of(2);
    List<Interval> places = List.of(Interval.of(-0.5), Interval.of(0.25), Interval.of(1.5));
    List<Interval> factors = List.of(Interval.of(1), Interval.of(-3), Interval.of(2));
    HermiteSeries all = HermiteSeries.ofKinks(two, places, factors, 100);
    HermiteSeries other = HermiteSeries.ofKinks(Interval.ONE, places.subList(0, 1), factors, 100);
    Interval rho = Interval.of(0.25);
    Interval sum = Interval.ZERO;
    for (int r = 0; r < 3; r++) {
      HermiteSeries one =
          HermiteSeries.ofKinks(two, List.of(places.get(r)), List.of(factors.get(r)), 100);
      sum = sum.plus(one.covariance(other, rho));
    }
    Interval found = all.covariance(other, rho);
    assertEquals(found.middle(), sum.middle(), 1e-12);
    assertTrue(found.width() < 1e-12, found.toString());
  }

  /** With the terms 1, 1/2, 1/4, ... the sum is a geometric series. */
  @Test
  void whatIsLeftIsCounted() {
    List<Interval> terms = new ArrayList<>();
    double square = 0;
    for (int j = 0; j < 60; j++) {
      double term = Math.scalb(1.0, -j);
      terms.add(Interval.of(term));
      square += term * term;
    }
    for (double rho : new double[] {1, -1, 0.5, -0.25, 0}) {
      double exact = rho * rho / (1 - rho / 4);
      for (int known : new int[] {0, 1, 3, 10, 60}) {
        HermiteSeries some =
            HermiteSeries.of(terms.subList(0, known), 4.0 / 3, Double.POSITIVE_INFINITY);
        double rest = Math.sqrt(Math.max(0, 4.0 / 3 - square)) + Math.scalb(2.0, -known);
        HermiteSeries same = HermiteSeries.of(terms.subList(0, known), 100, rest);
        for (HermiteSeries series : List.of(some, same)) {
          Interval found = series.covariance(series, Interval.of(rho));
          assertTrue(found.plus(new Interval(-1e-15, 1e-15)).contains(exact), found + " " + exact);
          assertTrue(found.width() < 12 * Math.scalb(1.0, -2 * known) + 1e-7, found.toString());
        }
        assertEquals(Math.sqrt(4.0 / 3), some.norm(), 1e-12);
      }
    }
  }

  @Test
  void ofNothingKnownNothingFollows() {
    HermiteSeries none =
        HermiteSeries.of(List.of(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    HermiteSeries one = HermiteSeries.of(List.of(Interval.ONE), 1, 0);
    assertEquals(Interval.WHOLE, none.covariance(one, Interval.of(0.5)));
    assertTrue(one.covariance(one, Interval.WHOLE).contains(1));
    assertTrue(one.covariance(one, Interval.of(0, 2)).contains(1));
  }
}
