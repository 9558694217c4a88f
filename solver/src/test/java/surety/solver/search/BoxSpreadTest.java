package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.solver.domain.Axis;

class BoxSpreadTest {
  private static BoxSpread of(String... distributions) {
    return BoxSpread.of(
        BoxNode.root(
            Arrays.stream(distributions)
                .map(text -> new Axis(Marginal.of(Distribution.parse(text))))
                .toList()));
  }

  private static BoxShare share(double below) {
    return new BoxShare(below, 1 - below);
  }

  @Test
  void evenMassHasTheSharesOfTheVolume() {
    BoxSpread even = of("uniform(0, 1)", "uniform(2, 5)");
    assertEquals(0.3, even.atLeast(share(0.3)), 1e-12);
    assertEquals(0.3, even.atMost(share(0.3)), 1e-12);
    assertEquals(0, even.meanGap(), 1e-12);
  }

  @Test
  void ofALongBoxAroundAPeakNothingIsKnown() {
    BoxSpread peak = of("exponential(1)");
    assertTrue(peak.greatest() > 1000, peak::toString);
    assertEquals(0, peak.atLeast(share(0.9)));
    assertEquals(1, peak.atMost(share(0.1)));
    assertEquals(1, peak.meanGap(), 1e-3);
  }

  @Test
  void neitherIsItWhereTheDensityHasAKnot() {
    BoxSpread knotted = of("triangular(0, 1/2, 1)");
    assertEquals(1, knotted.atMost(share(0.001)));
    assertEquals(0, knotted.atLeast(share(0.999)));
    assertEquals(1, knotted.meanGap());
  }

  /** The mean gap is the mean of the distance over all shares. */
  @Test
  void theMeanGapIsAMean() {
    for (BoxSpread spread :
        new BoxSpread[] {
          new BoxSpread(0.5, 1.5, new double[1]),
          new BoxSpread(0, 3, new double[1]),
          new BoxSpread(0.9, 1, new double[1])
        }) {
      double sum = 0;
      for (int k = 0; k < 10_000; k++) {
        BoxShare share = share((k + 0.5) / 10_000);
        sum += (spread.atMost(share) - spread.atLeast(share)) / 10_000;
      }
      assertEquals(sum, spread.meanGap(), 1e-6);
    }
  }
}
