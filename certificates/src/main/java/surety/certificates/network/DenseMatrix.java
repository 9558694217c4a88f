package surety.certificates.network;

import java.util.Arrays;

/** A matrix all of whose weights are stored, row by row. */
public final class DenseMatrix implements LinearOperator {
  private final int rows;
  private final int columns;
  private final double[] weights;

  /**
   * A matrix.
   *
   * @throws IllegalArgumentException if a count is wrong or a number is not finite
   */
  public DenseMatrix(int rows, int columns, double[] weights) {
    AffineLayer.requireShape(rows, columns);
    Network.checkLength(weights.length, Math.multiplyExact(rows, columns));
    this.rows = rows;
    this.columns = columns;
    this.weights = AffineLayer.finite(weights, "weight");
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int entries(int row) {
    return columns;
  }

  @Override
  public int column(int row, int entry) {
    return entry;
  }

  @Override
  public double weight(int row, int entry) {
    return weights[row * columns + entry];
  }

  @Override
  public double between(int row, int column) {
    return weight(row, column);
  }

  @Override
  public LinearOperator absolute() {
    return new DenseMatrix(rows, columns, Arrays.stream(weights).map(Math::abs).toArray());
  }

  /** From left to right; four rows share each load. */
  @Override
  public void apply(double[] x, double[] result) {
    int row = 0;
    for (; row + 3 < rows; row += 4) {
      int first = row * columns;
      int second = first + columns;
      int third = second + columns;
      int fourth = third + columns;
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      for (int j = 0; j < columns; j++) {
        double value = x[j];
        s0 += weights[first + j] * value;
        s1 += weights[second + j] * value;
        s2 += weights[third + j] * value;
        s3 += weights[fourth + j] * value;
      }
      result[row] = s0;
      result[row + 1] = s1;
      result[row + 2] = s2;
      result[row + 3] = s3;
    }
    for (; row < rows; row++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += weights[row * columns + j] * x[j];
      }
      result[row] = sum;
    }
  }
}
