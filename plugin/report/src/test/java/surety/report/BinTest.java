package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.solver.BandPoint;

class BinTest {
  private static final int CASES = 300;

  private static BandPoint point(double t, double lower, double upper) {
    return new BandPoint(t, Bound.of(lower), Bound.of(upper));
  }

  @Test
  void exactCdfsHaveExactBins() {
    List<Bin> bins = Bin.of(List.of(point(0, 0.125, 0.125), point(1, 0.5, 0.5)));
    assertEquals(
        List.of(
            new Bin(0, Dyadic.of(0.125), Dyadic.of(0.125)),
            new Bin(1, Dyadic.of(0.375), Dyadic.of(0.375)),
            new Bin(2, Dyadic.of(0.5), Dyadic.of(0.5))),
        bins);
  }

  @Test
  void overlappingBoundsLeaveNothingForSure() {
    Bin bin = Bin.of(List.of(point(0, 0.25, 0.5), point(1, 0.375, 0.625))).get(1);
    assertEquals(new Bin(1, Dyadic.ZERO, Dyadic.of(0.375)), bin);
  }

  @Test
  void whatIsNoProbabilityIsCutOff() {
    BandPoint nothing = new BandPoint(0, Bound.MINUS_INFINITY, Bound.INFINITY);
    assertEquals(
        List.of(new Bin(0, Dyadic.ZERO, Dyadic.ONE), new Bin(1, Dyadic.ZERO, Dyadic.ONE)),
        Bin.of(List.of(nothing)));
    assertEquals(new Bin(0, Dyadic.ZERO, Dyadic.ONE), Bin.of(List.of(point(0, -0.5, 1.5))).get(0));
  }

  /** Whatever the true cdf is between the bounds, each bin contains its increments. */
  @Test
  void everyCdfInTheBandHasItsIncrementsInTheBins() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < CASES; trial++) {
      int n = 1 + random.nextInt(6);
      double[] truth = random.doubles(n).sorted().toArray();
      List<BandPoint> band = new ArrayList<>();
      for (int k = 0; k < n; k++) {
        double width = random.nextBoolean() ? 0 : Math.scalb(1.0, -random.nextInt(60));
        band.add(point(k, truth[k] - width * random.nextDouble(), truth[k] + width));
      }
      List<Bin> bins = Bin.of(band);
      assertEquals(n + 1, bins.size());
      for (int k = 0; k <= n; k++) {
        Dyadic from = k == 0 ? Dyadic.ZERO : Dyadic.of(truth[k - 1]);
        Dyadic to = k == n ? Dyadic.ONE : Dyadic.of(truth[k]);
        Dyadic mass = to.minus(from);
        assertEquals(k, bins.get(k).to());
        assertTrue(bins.get(k).lower().signum() >= 0);
        assertTrue(bins.get(k).lower().compareTo(mass) <= 0, "trial " + trial);
        assertTrue(bins.get(k).upper().compareTo(mass) >= 0, "trial " + trial);
        assertTrue(bins.get(k).upper().compareTo(Dyadic.ONE) <= 0);
      }
    }
  }
}
