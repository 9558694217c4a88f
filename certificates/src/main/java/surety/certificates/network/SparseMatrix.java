package surety.certificates.network;

import java.util.Arrays;

/** A matrix of which only some weights are stored, row by row; the others are 0. */
public final class SparseMatrix implements LinearOperator {
  private final int columns;
  private final int[][] sources;
  private final double[][] weights;

  /**
   * A matrix.
   *
   * @param sources for each row the columns of its weights, ascending
   * @param weights the weights that stand there
   * @throws IllegalArgumentException if a count is wrong, columns do not ascend or a number is not
   *     finite
   */
  public SparseMatrix(int columns, int[][] sources, double[][] weights) {
    AffineLayer.requireShape(sources.length, columns);
    Network.checkLength(weights.length, sources.length);
    this.columns = columns;
    this.sources = new int[sources.length][];
    this.weights = new double[sources.length][];
    for (int row = 0; row < sources.length; row++) {
      Network.checkLength(weights[row].length, sources[row].length);
      int before = -1;
      for (int column : sources[row]) {
        if (column <= before || column >= columns) {
          throw new IllegalArgumentException(
              "Column %d after %d of %d columns".formatted(column, before, columns));
        }
        before = column;
      }
      this.sources[row] = sources[row].clone();
      this.weights[row] = AffineLayer.finite(weights[row], "weight");
    }
  }

  @Override
  public int rows() {
    return sources.length;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int entries(int row) {
    return sources[row].length;
  }

  @Override
  public int column(int row, int entry) {
    return sources[row][entry];
  }

  @Override
  public double weight(int row, int entry) {
    return weights[row][entry];
  }

  @Override
  public double between(int row, int column) {
    int entry = Arrays.binarySearch(sources[row], column);
    return entry < 0 ? 0 : weights[row][entry];
  }

  @Override
  public LinearOperator absolute() {
    double[][] magnitudes = new double[weights.length][];
    Arrays.setAll(magnitudes, row -> Arrays.stream(weights[row]).map(Math::abs).toArray());
    return new SparseMatrix(columns, sources, magnitudes);
  }
}
