package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.stop.Stop;

class SideDensitiesTest {
  private static int kept(int summands) {
    List<ScaledInterval> weights =
        Collections.nCopies(summands, ScaledInterval.of(Rational.of(1, summands)));
    SideDensities densities = new SideDensities(List.of(), weights, Stop.NEVER);
    int kept = 0;
    while (densities.mayKeepSides()) {
      kept++;
    }
    return kept;
  }

  /** A side has a mass under each summand, of which a density made of samples has thousands. */
  @Test
  void fewerSidesAreKeptTheMoreSummandsThereAre() {
    assertEquals(BoundedCache.MOST, kept(1));
    assertEquals(BoundedCache.MOST / 4, kept(4));
    assertEquals(1, kept(BoundedCache.MOST));
    assertEquals(1, kept(3 * BoundedCache.MOST));
  }
}
