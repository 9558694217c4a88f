package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
      double[] sum = new double[2];
      double[] values = new double[n + 1];
      values[0] = form[0];
      for (int q = 1; q <= n; q++) {
        values[0] -= form[q];
      }
      visit(form, values, 0, 0, t, sum);
      assertEquals(sum[0] / sum[1], BoxShare.of(form, t, true).below(), 1e-9);
    }
  }

  private static void visit(
      double[] form, double[] values, int depth, int used, double t, double[] sum) {
    int n = values.length - 1;
    if (depth == n) {
      sum[0] += new HalfSpaceFraction(n).atMost(values, t);
      sum[1]++;
      return;
    }
    for (int q = 0; q < n; q++) {
      if ((used >> q & 1) == 0) {
        values[depth + 1] = values[depth] + 2 * form[q + 1];
        visit(form, values, depth + 1, used | 1 << q, t, sum);
      }
    }
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
