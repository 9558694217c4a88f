package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectationMaximizationTest {
  private static double[][] rows(int count, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      double middle = i % 4 == 0 ? -1.5 : 0.5;
      rows[i] = new double[] {middle + random.nextGaussian() / 4, random.nextGaussian()};
    }
    return rows;
  }

  @Test
  void oneComponentHasTheMomentsOfAllRows() {
    double[][] rows = rows(500, 1);
    ExpectationMaximization.Fit fit = ExpectationMaximization.best(rows, 1, 10).orElseThrow();
    ExpectationMaximization.Component only = fit.components().get(0);
    double mean = 0;
    for (double[] row : rows) {
      mean += row[0] / rows.length;
    }
    double variance = 0;
    for (double[] row : rows) {
      variance += (row[0] - mean) * (row[0] - mean) / rows.length;
    }
    assertEquals(1, only.weight(), 1e-12);
    assertEquals(mean, only.mean()[0], 1e-12);
    assertEquals(variance, only.covariance()[0][0], 2e-6);
  }

  @Test
  void findsTwoThatAreApart() {
    ExpectationMaximization.Fit fit =
        ExpectationMaximization.best(rows(4000, 2), 2, 10).orElseThrow();
    ExpectationMaximization.Component small =
        fit.components().stream().filter(c -> c.mean()[0] < 0).findFirst().orElseThrow();
    assertEquals(0.25, small.weight(), 0.01);
    assertEquals(-1.5, small.mean()[0], 0.05);
    assertEquals(1.0 / 16, small.covariance()[0][0], 0.01);
    assertEquals(1, small.covariance()[1][1], 0.12);
  }

  @Test
  void moreComponentsAreLikelierAndNothingIsDrawnByChance() {
    double[][] rows = rows(600, 3);
    double before = Double.NEGATIVE_INFINITY;
    for (int k = 1; k <= 3; k++) {
      ExpectationMaximization.Fit fit = ExpectationMaximization.best(rows, k, 10).orElseThrow();
      ExpectationMaximization.Fit again = ExpectationMaximization.best(rows, k, 10).orElseThrow();
      assertTrue(fit.logLikelihood() > before);
      assertEquals(fit.logLikelihood(), again.logLikelihood());
      for (int c = 0; c < k; c++) {
        assertArrayEquals(fit.components().get(c).mean(), again.components().get(c).mean());
      }
      before = fit.logLikelihood();
    }
  }

  @Test
  void findsNothingWhereComponentsWouldBeTooSmall() {
    double[][] rows = rows(100, 4);
    assertEquals(Optional.empty(), ExpectationMaximization.best(rows, 2, 60));
    assertEquals(Optional.empty(), ExpectationMaximization.best(rows, 30, 10));
  }

  @Test
  void equalRowsAreNoNarrowerThanTheStepsOfTheColumn() {
    double[][] rows = new double[60][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {i < 20 ? 0 : 9 + i % 10};
    }
    ExpectationMaximization.Fit fit = ExpectationMaximization.best(rows, 2, 5).orElseThrow();
    double least =
        fit.components().stream().mapToDouble(c -> c.covariance()[0][0]).min().orElseThrow();
    assertEquals(1.0 / 12, least, 1e-6);
  }

  @Test
  void sameRowsOnlyDoNotBreakIt() {
    double[][] rows = new double[40][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {i < 20 ? 1 : 2, i % 2};
    }
    for (int k = 1; k <= 4; k++) {
      ExpectationMaximization.best(rows, k, 5)
          .ifPresent(fit -> assertTrue(Double.isFinite(fit.logLikelihood())));
    }
  }
}
