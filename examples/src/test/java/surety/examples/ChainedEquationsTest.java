package surety.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

/** Imputations are what the other columns say, with the spread that they leave. */
class ChainedEquationsTest {
  private static final int ROWS = 100;
  private static final int COPIES = 200;
  private static final double HOLE = Double.NaN;

  /** A column x, and 3 x - 1 with a normal error. */
  private static double[][] line(double deviation) {
    Random random = new Random(1);
    double[][] table = new double[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      double x = random.nextDouble();
      table[i] = new double[] {x, 3 * x - 1 + deviation * random.nextGaussian()};
    }
    return table;
  }

  private static DescriptiveStatistics imputed(double[][] table, int row, int column) {
    return new DescriptiveStatistics(
        ChainedEquations.filled(table, COPIES, 1).stream()
            .mapToDouble(copy -> copy[row][column])
            .toArray());
  }

  /** The mean of 100 errors of 0.1 is known to 0.01, their spread to 7 %. */
  @Test
  void imputationsFollowTheRegression() {
    double[][] table = line(0.1);
    table[0] = new double[] {0.5, HOLE};
    DescriptiveStatistics values = imputed(table, 0, 1);
    assertEquals(0.5, values.getMean(), 0.04);
    assertEquals(0.1, values.getStandardDeviation(), 0.03);
  }

  @Test
  void withoutErrorsNothingIsRandom() {
    double[][] table = line(0);
    table[0] = new double[] {0.5, HOLE};
    DescriptiveStatistics values = imputed(table, 0, 1);
    assertEquals(0.5, values.getMin(), 1e-4);
    assertEquals(0.5, values.getMax(), 1e-4);
  }

  @Test
  void whereAWholeRowIsMissingItIsAnyRow() {
    double[][] table = line(0.1);
    table[0] = new double[] {HOLE, HOLE};
    DescriptiveStatistics values = imputed(table, 0, 0);
    assertEquals(0.5, values.getMean(), 0.15);
    assertEquals(Math.sqrt(1.0 / 12), values.getStandardDeviation(), 0.1);
  }

  @Test
  void whatIsKnownStays() {
    double[][] table = line(0.1);
    table[7][0] = HOLE;
    table[9][1] = HOLE;
    for (double[][] copy : ChainedEquations.filled(table, 3, 1)) {
      for (int i = 0; i < ROWS; i++) {
        for (int k = 0; k < 2; k++) {
          assertTrue(Double.isNaN(table[i][k]) || table[i][k] == copy[i][k]);
          assertTrue(Double.isFinite(copy[i][k]));
        }
      }
    }
    assertTrue(Double.isNaN(table[7][0]), "the table itself is not filled");
  }

  @Test
  void theSeedDecidesEverything() {
    double[][] table = line(0.1);
    table[0][1] = HOLE;
    List<double[][]> first = ChainedEquations.filled(table, 2, 1);
    assertArrayEquals(first.get(1), ChainedEquations.filled(table, 2, 1).get(1));
    assertTrue(first.get(0)[0][1] != first.get(1)[0][1], "copies differ");
    assertTrue(first.get(0)[0][1] != ChainedEquations.filled(table, 2, 2).get(0)[0][1]);
  }

  @Test
  void columnsWithTooFewNumbersAreRefused() {
    assertRefused(new double[][] {{1, 2}, {2, HOLE}, {3, 4}}, "column 1 has 2 numbers");
    assertRefused(new double[][] {{HOLE, 2}, {HOLE, 3}, {HOLE, 4}}, "column 0 has 0 numbers");
    assertRefused(
        new double[][] {{1, 2, 3}, {2, 1, 3}, {3, 5, 1}, {4, 4, HOLE}}, "column 2 has 3 numbers");
  }

  private static void assertRefused(double[][] table, String reason) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ChainedEquations.filled(table, 1, 1))
            .getMessage();
    assertTrue(message.startsWith(reason), message);
  }
}
