package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each kind of operator against a matrix that is multiplied naively. */
class LinearOperatorTest {

  /** An operator, and its weights row by row. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Case(LinearOperator operator, double[][] weights) {}

  private static double number(SplittableRandom random) {
    return random.nextInt(4) == 0 ? 0 : random.nextDouble(-3, 3);
  }

  private static Case random(SplittableRandom random) {
    int rows = random.nextInt(1, 12);
    int columns = random.nextInt(1, 12);
    double[][] weights = new double[rows][columns];
    int kind = random.nextInt(4);
    if (kind == 0) {
      RandomConvolution convolution = RandomConvolution.of(random);
      return new Case(convolution.operator(), convolution.weights());
    }
    if (kind <= 2) {
      for (double[] row : weights) {
        Arrays.setAll(row, column -> number(random));
      }
      if (kind == 2) {
        return new Case(sparse(weights, random), weights);
      }
      double[] flat = Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray();
      return new Case(new DenseMatrix(rows, columns, flat), weights);
    }
    int[] sources = random.ints(rows, 0, columns).toArray();
    double[] factors = new double[rows];
    Arrays.setAll(factors, row -> number(random));
    for (int row = 0; row < rows; row++) {
      weights[row][sources[row]] = factors[row];
    }
    return new Case(new Selection(columns, sources, factors), weights);
  }

  /** Some of the zeros are stored. */
  private static SparseMatrix sparse(double[][] weights, SplittableRandom random) {
    int columns = weights[0].length;
    int[][] sources = new int[weights.length][];
    double[][] stored = new double[weights.length][];
    for (int i = 0; i < weights.length; i++) {
      double[] row = weights[i];
      sources[i] =
          IntStream.range(0, columns).filter(j -> row[j] != 0 || random.nextBoolean()).toArray();
      stored[i] = Arrays.stream(sources[i]).mapToDouble(j -> row[j]).toArray();
    }
    return new SparseMatrix(columns, sources, stored);
  }

  /** From left to right, which no kind differs from. */
  private static double[] product(double[][] weights, double[] x) {
    double[] result = new double[weights.length];
    for (int row = 0; row < result.length; row++) {
      for (int column = 0; column < x.length; column++) {
        result[row] += weights[row][column] * x[column];
      }
    }
    return result;
  }

  @Test
  void operatorsAreTheirMatrices() {
    SplittableRandom random = new SplittableRandom(91);
    for (int i = 0; i < 1000; i++) {
      Case of = random(random);
      LinearOperator operator = of.operator;
      double[][] weights = of.weights;
      double[] x = random.doubles(operator.columns(), -2, 2).toArray();
      double[] result = new double[operator.rows()];
      operator.apply(x, result);
      assertArrayEquals(product(weights, x), result);
      double[][] magnitudes = new double[weights.length][];
      Arrays.setAll(magnitudes, row -> Arrays.stream(weights[row]).map(Math::abs).toArray());
      operator.absolute().apply(x, result);
      assertArrayEquals(product(magnitudes, x), result);
      long products = 0;
      for (int row = 0; row < weights.length; row++) {
        assertArrayEquals(weights[row], operator.row(row));
        assertArrayEquals(magnitudes[row], operator.absolute().row(row));
        checkEntries(operator, weights[row], row);
        products += operator.entries(row);
      }
      assertEquals(products, operator.products());
    }
  }

  private static void checkEntries(LinearOperator operator, double[] weights, int row) {
    int[] nonzeros = operator.nonzeros(row);
    assertEquals(Arrays.stream(weights).filter(weight -> weight != 0).count(), nonzeros.length);
    int before = -1;
    for (int k : nonzeros) {
      int column = operator.column(row, k);
      assertTrue(column > before);
      assertEquals(weights[column], operator.weight(row, k));
      before = column;
    }
    for (int column = 0; column < weights.length; column++) {
      assertEquals(weights[column], operator.between(row, column));
    }
    double sum = Arrays.stream(weights).map(Math::abs).sum();
    assertTrue(operator.rowNorm(row) >= Math.nextDown(sum));
    assertEquals(sum, operator.rowNorm(row), 1e-13 * sum);
  }

  @Test
  void numbersAreCheckedAndCopied() {
    double[] weights = {1, -0.0};
    int[] sources = {1, 1};
    DenseMatrix matrix = new DenseMatrix(1, 2, weights);
    Selection selection = new Selection(2, sources, weights);
    weights[0] = 9;
    sources[0] = 0;
    assertArrayEquals(new double[] {1, 0}, matrix.row(0));
    assertEquals(0, Double.compare(0.0, matrix.weight(0, 1)));
    assertEquals(0, Double.compare(0.0, selection.weight(1, 0)));
    assertArrayEquals(new double[] {0, 1}, selection.row(0));
    double[] bad = {1, Double.NaN};
    assertThrows(IllegalArgumentException.class, () -> new DenseMatrix(1, 2, bad));
    assertThrows(IllegalArgumentException.class, () -> new DenseMatrix(2, 2, weights));
    assertThrows(IllegalArgumentException.class, () -> new DenseMatrix(0, 2, new double[0]));
    assertThrows(IllegalArgumentException.class, () -> new Selection(2, sources, bad));
    assertThrows(IllegalArgumentException.class, () -> new Selection(1, sources, weights));
    assertThrows(IllegalArgumentException.class, () -> new Selection(2, new int[1], weights));
    int[] none = {};
    assertThrows(IllegalArgumentException.class, () -> new Selection(2, none, new double[0]));
  }
}
