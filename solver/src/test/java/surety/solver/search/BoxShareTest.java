package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.solver.domain.KuhnTriangulation;

class BoxShareTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6})
  void agreesWithItsKuhnSimplices(int n) {
    SplittableRandom random = new SplittableRandom(n);
    for (int k = 0; k < 20; k++) {
      double[] form = Cases.point(random, n + 1, 1);
      for (int q = 1; q <= n; q++) {
        form[q] += Math.signum(form[q]) * 0.05;
      }
      double t = random.nextDouble() - 0.5;
      double sum = 0;
      List<int[]> simplices = KuhnTriangulation.simplices(n);
      for (int[] simplex : simplices) {
        double[] values = Arrays.stream(simplex).mapToDouble(c -> at(form, c)).toArray();
        sum += new HalfSpaceFraction(n).atMost(values, t);
      }
      assertEquals(sum / simplices.size(), BoxShare.of(form, t, true).below(), 1e-9);
    }
  }

  /** At a corner of the box from -1 to 1. */
  private static double at(double[] form, int corner) {
    double sum = form[0];
    for (int q = 1; q < form.length; q++) {
      sum += KuhnTriangulation.isUpper(corner, q - 1) ? form[q] : -form[q];
    }
    return sum;
  }

  @Test
  void aConstantIsAllOrNothingAndAtTheThresholdAsTheThresholdCounts() {
    double[] one = {1, 0, 0};
    assertEquals(new BoxShare(1, 0), BoxShare.of(one, 1.5, false));
    assertEquals(new BoxShare(0, 1), BoxShare.of(one, 0.5, true));
    assertEquals(new BoxShare(1, 0), BoxShare.of(one, 1, true));
    assertEquals(new BoxShare(0, 1), BoxShare.of(one, 1, false));
  }

  @Test
  void smallSharesAreAccurateOnBothSides() {
    double[] sum = {2.5, 0.5, 0.5, 0.5, 0.5, 0.5}; // of five from 0 to 1
    double corner = Math.pow(1e-3, 5) / 120;
    assertEquals(1, BoxShare.of(sum, 1e-3, true).below() / corner, 1e-9);
    assertEquals(1, BoxShare.of(sum, 5 - 1e-3, true).above() / corner, 1e-9);
  }
}
