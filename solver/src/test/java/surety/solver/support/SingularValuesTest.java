package surety.solver.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class SingularValuesTest {
  private static Interval[][] matrix(double[][] entries) {
    Interval[][] matrix = new Interval[entries.length][entries[0].length];
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries[0].length; j++) {
        matrix[i][j] = Interval.of(entries[i][j]);
      }
    }
    return matrix;
  }

  private static void assertValues(double[][] entries, double... values) {
    Interval[] found = SingularValues.of(matrix(entries));
    assertEquals(values.length, found.length);
    for (int k = 0; k < values.length; k++) {
      assertTrue(found[k].contains(values[k]), found[k] + " and " + values[k]);
      assertTrue(found[k].width() <= 1e-13 * (1 + values[0]), found[k]::toString);
    }
  }

  @Test
  void knownOnes() {
    assertValues(new double[][] {{3, 0}, {0, -4}}, 4, 3);
    assertValues(new double[][] {{3, 4}}, 5);
    assertValues(new double[][] {{3}, {4}}, 5);
    assertValues(new double[][] {{1, 1}, {1, 1}, {1, 1}}, Math.sqrt(6), 0);
    assertValues(new double[][] {{0, 0}, {0, 0}}, 0, 0);
    assertValues(new double[][] {{1e150, 0, 0}, {0, 1e-150, 0}}, 1e150, 1e-150);
  }

  /** The squares add up to that of the Frobenius norm, which is computed without them. */
  @Test
  void squaresAddUp() {
    SplittableRandom random = new SplittableRandom(4);
    for (int n = 0; n < 100; n++) {
      double[][] entries = new double[1 + random.nextInt(8)][1 + random.nextInt(8)];
      Interval norm = Interval.ZERO;
      for (double[] row : entries) {
        for (int j = 0; j < row.length; j++) {
          row[j] = random.nextDouble(-1, 1);
          norm = norm.plus(Interval.of(row[j]).square());
        }
      }
      Interval sum = Interval.ZERO;
      for (Interval value : SingularValues.of(matrix(entries))) {
        sum = sum.plus(value.square());
      }
      assertTrue(sum.lower() <= norm.upper() && sum.upper() >= norm.lower(), sum + " " + norm);
      assertTrue(sum.width() < 1e-11);
    }
  }

  /** Entries that are not known exactly make the values wider by as much. */
  @Test
  void enclosedEntriesCount() {
    Interval[][] wide = {{Interval.of(2.9, 3.1), Interval.ZERO}, {Interval.ZERO, Interval.ONE}};
    Interval greatest = SingularValues.of(wide)[0];
    assertTrue(greatest.contains(2.9) && greatest.contains(3.1), greatest::toString);
    assertTrue(greatest.width() < 0.21);
  }
}
