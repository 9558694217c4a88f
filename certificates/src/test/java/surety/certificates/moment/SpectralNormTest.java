package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.network.AffineLayer;

class SpectralNormTest {
  private static double norm(double[][] matrix) {
    return SpectralNorm.of(AffineLayer.of(matrix, new double[matrix.length]).operator());
  }

  @Test
  void knownMatrices() {
    assertNear(3, new double[][] {{3, 0}, {0, -2}});
    assertNear(5, new double[][] {{3, 4}});
    assertNear(5, new double[][] {{3}, {4}});
    assertNear(2, new double[][] {{1, 1}, {1, 1}});
    assertNear((1 + Math.sqrt(5)) / 2, new double[][] {{1, 1}, {1, 0}});
    assertEquals(0, norm(new double[][] {{0, 0}, {0, 0}}));
  }

  private static void assertNear(double exact, double[][] matrix) {
    double bound = norm(matrix);
    assertTrue(bound >= exact * (1 - 1e-15) && bound <= exact * 1.05, exact + " and " + bound);
  }

  /** No vector becomes longer than that, and some vector nearly so. */
  @Test
  void isCloseToWhatVectorsShow() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 60; i++) {
      int rows = random.nextInt(1, 30);
      int columns = random.nextInt(1, 30);
      double[][] matrix = new double[rows][columns];
      double size = Math.pow(10, random.nextDouble(-20, 20));
      for (double[] row : matrix) {
        for (int k = 0; k < columns; k++) {
          row[k] = size * random.nextGaussian();
        }
      }
      double seen = powerIteration(matrix, random);
      double bound = norm(matrix);
      assertTrue(seen <= bound * (1 + 1e-12), seen + " > " + bound);
      assertTrue(bound <= 1.1 * seen, bound + " is far above " + seen);
    }
  }

  private static double powerIteration(double[][] matrix, SplittableRandom random) {
    double[] x = new double[matrix[0].length];
    for (int k = 0; k < x.length; k++) {
      x[k] = random.nextGaussian();
    }
    double stretch = 0;
    for (int step = 0; step < 400; step++) {
      double length = length(x);
      for (int k = 0; k < x.length; k++) {
        x[k] /= length;
      }
      double[] y = new double[matrix.length];
      for (int i = 0; i < y.length; i++) {
        for (int k = 0; k < x.length; k++) {
          y[i] += matrix[i][k] * x[k];
        }
      }
      stretch = length(y);
      double[] next = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        for (int k = 0; k < x.length; k++) {
          next[k] += matrix[i][k] * (y[i] / stretch);
        }
      }
      x = next;
    }
    return stretch;
  }

  private static double length(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum = Math.hypot(sum, value);
    }
    return sum;
  }

  @Test
  void rowsHaveTheirOwnNorm() {
    AffineLayer layer = AffineLayer.of(new double[][] {{3, 4}, {0, 0}}, new double[2]);
    assertEquals(5, SpectralNorm.rowNorm(layer.operator(), 0));
    assertEquals(0, SpectralNorm.rowNorm(layer.operator(), 1));
  }

  private static double[][] diagonal(int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (int k = 0; k < Math.min(rows, columns); k++) {
      matrix[k][k] = 1;
    }
    return matrix;
  }

  /** Of a unit matrix the norm is 1, and the Frobenius norm the root of its size. */
  @Test
  void largeMatricesHaveTheirFrobeniusNorm() {
    assertNear(1, diagonal(2, 4096));
    assertNear(1, diagonal(4096, 2));
    assertEquals(Math.sqrt(2), norm(diagonal(2, 4097)), 1e-15);
    assertEquals(Math.sqrt(2), norm(diagonal(4097, 2)), 1e-15);
    assertEquals(Math.sqrt(257), norm(diagonal(257, 257)), 1e-13);
    assertTrue(norm(diagonal(256, 256)) < 1.1, "small enough to be squared");
  }

  /** Their squares would overflow, or be lost. */
  @Test
  void hugeAndTinyMatricesHaveTheirFrobeniusNorm() {
    for (double size : new double[] {1e70, 1e-70}) {
      double[][] matrix = {{size, 0}, {0, size}};
      assertEquals(Math.sqrt(2), norm(matrix) / size, 1e-14);
    }
    double[][] beyond = {{1e200, 0}, {0, 1}};
    assertEquals(Double.POSITIVE_INFINITY, norm(beyond));
    assertTrue(norm(new double[][] {{1e-200}}) >= 1e-200);
  }
}
