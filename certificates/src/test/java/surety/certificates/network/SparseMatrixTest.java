package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {

  private static void assertWrong(int columns, int[][] sources, double[][] weights) {
    assertThrows(IllegalArgumentException.class, () -> new SparseMatrix(columns, sources, weights));
  }

  @Test
  void rowsMayBeEmpty() {
    SparseMatrix matrix =
        new SparseMatrix(3, new int[][] {{}, {0, 2}}, new double[][] {{}, {5, -7}});
    assertArrayEquals(new double[3], matrix.row(0));
    assertArrayEquals(new double[] {5, 0, -7}, matrix.row(1));
    assertEquals(12, matrix.rowNorm(1));
    assertEquals(0, matrix.rowNorm(0));
    assertEquals(0, matrix.between(1, 1));
    assertEquals(7, matrix.absolute().between(1, 2));
    assertEquals(2, matrix.products());
  }

  @Test
  void numbersAreCopied() {
    int[][] sources = {{0, 1}};
    double[][] weights = {{1, -0.0}};
    SparseMatrix matrix = new SparseMatrix(3, sources, weights);
    sources[0][1] = 2;
    weights[0][0] = 9;
    assertEquals(1, matrix.column(0, 1));
    assertArrayEquals(new double[] {1, 0, 0}, matrix.row(0));
    assertEquals(0, Double.compare(0.0, matrix.weight(0, 1)));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    double[][] pair = {{1, 2}};
    assertWrong(3, new int[][] {{1, 1}}, pair);
    assertWrong(3, new int[][] {{2, 1}}, pair);
    assertWrong(3, new int[][] {{-1, 1}}, pair);
    assertWrong(3, new int[][] {{1, 3}}, pair);
    assertWrong(3, new int[][] {{1}}, pair);
    assertWrong(3, new int[][] {{1, 2}, {}}, pair);
    assertWrong(0, new int[][] {{}}, new double[][] {{}});
    assertWrong(3, new int[0][], new double[0][]);
    assertWrong(3, new int[][] {{1, 2}}, new double[][] {{1, Double.NaN}});
    assertWrong(3, new int[][] {{1, 2}}, new double[][] {{Double.NEGATIVE_INFINITY, 0}});
  }
}
