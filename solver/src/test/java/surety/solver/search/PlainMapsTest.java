package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.network.AffineLayer;
import surety.certificates.stop.Stop;

class PlainMapsTest {
  private static AffineLayer random(SplittableRandom random, int rows, int columns) {
    double[][] weights = new double[rows][columns];
    for (double[] row : weights) {
      Arrays.setAll(row, k -> random.nextInt(3) == 0 ? 0 : random.nextDouble(-1, 1));
    }
    return AffineLayer.of(weights, random.doubles(rows, -1, 1).toArray());
  }

  private static AffineLayer selection(SplittableRandom random, int rows, int columns) {
    return AffineLayer.selection(
        columns,
        random.ints(rows, 0, columns).toArray(),
        random.doubles(rows, -1, 1).toArray(),
        random.doubles(rows, -1, 1).toArray());
  }

  @Test
  void aCompositionIsOneMapAfterTheOther() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      int middle = random.nextInt(1, 6);
      int columns = random.nextInt(1, 6);
      AffineLayer inner =
          i % 2 == 0 ? random(random, middle, columns) : selection(random, middle, columns);
      AffineLayer outer = i % 3 == 0 ? selection(random, 4, middle) : random(random, 4, middle);
      double[] x = Cases.point(random, columns, 2);
      assertArrayEquals(
          outer.evaluate(inner.evaluate(x)),
          PlainMaps.compose(outer, inner, Stop.NEVER).evaluate(x),
          1e-13);
    }
  }

  @Test
  void theIdentityChangesNothing() {
    double[] x = {1, -2.5, 1e300};
    assertArrayEquals(x, PlainMaps.identity(3).evaluate(x));
  }

  @Test
  void narrowMeansThatTheProductIsMuchLarger() {
    SplittableRandom random = new SplittableRandom(2);
    assertTrue(PlainMaps.isNarrow(random(random, 40, 2), random(random, 2, 40)));
    assertFalse(PlainMaps.isNarrow(random(random, 12, 12), random(random, 12, 12)));
    assertFalse(PlainMaps.isNarrow(random(random, 1, 12), random(random, 12, 40)));
  }
}
