package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfSpaceFractionTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void agreesWithTheDividedDifference(int n) {
    SplittableRandom random = new SplittableRandom(n);
    HalfSpaceFraction fraction = new HalfSpaceFraction(n);
    for (int k = 0; k < 200; k++) {
      double[] y = new double[n + 1];
      for (int i = 0; i <= n; i++) {
        y[i] = i + 0.8 * random.nextDouble(); // well apart, for the naive formula's sake
      }
      double t = (n + 1) * random.nextDouble();
      assertEquals(naive(y, t), fraction.atMost(y, t), 1e-11);
    }
  }

  /** 1 - sum_i (y_i - t)_+^n / prod_(j != i) (y_i - y_j): cancels, but is independent. */
  private static double naive(double[] y, double t) {
    double above = 0;
    for (int i = 0; i < y.length; i++) {
      double term = Math.pow(Math.max(0, y[i] - t), y.length - 1);
      for (int j = 0; j < y.length; j++) {
        term /= j == i ? 1 : y[i] - y[j];
      }
      above += term;
    }
    return 1 - above;
  }

  @Test
  void valuesAtTheThresholdOnlyMatterWithoutOthersBelow() {
    HalfSpaceFraction fraction = new HalfSpaceFraction(2);
    assertEquals(1, fraction.below(new double[] {2, 2, 2}, 0, 2, true));
    assertEquals(0, fraction.below(new double[] {2, 2, 2}, 0, 2, false));
    assertEquals(0, fraction.below(new double[] {2, 3, 2}, 0, 2, true), "a face has no volume");
    assertEquals(1, fraction.below(new double[] {2, 1, 2}, 0, 2, false));
    assertEquals(0, fraction.below(new double[] {3, 4, 5}, 0, 2, true));
  }
}
