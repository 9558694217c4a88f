package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.network.AffineLayer;

class AffinePairsTest {
  private static final double[][] WEIGHTS = {{0, 0, 3}, {-2, 0, 0}, {0, 0, -0.5}};
  private static final double[] BIASES = {1, 2, 3};

  private static final AffineLayer EXPECTED =
      AffineLayer.of(
          new double[][] {
            {0, 0, 3, 0, 0, 0},
            {0, 0, 0, -2, 0, 0},
            {0, 0, 0, 0, 0, -0.5},
            {0, 0, 0, 0, 0, 3},
            {-2, 0, 0, 0, 0, 0},
            {0, 0, -0.5, 0, 0, 0},
          },
          new double[] {1, 2, 3, 1, 2, 3});

  @Test
  void positiveWeightsTakeTheSameSideAndNegativeOnesTheOther() {
    AffineLayer dense = AffineLayer.of(WEIGHTS, BIASES);
    AffineLayer selection =
        AffineLayer.selection(3, new int[] {2, 0, 2}, new double[] {3, -2, -0.5}, BIASES);
    for (AffineLayer layer : List.of(dense, selection)) {
      assertEquals(EXPECTED, AffinePairs.of(layer));
    }
  }
}
