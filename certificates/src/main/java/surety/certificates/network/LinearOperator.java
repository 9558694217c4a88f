package surety.certificates.network;

import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rounding;

/**
 * A linear map x -> W x with finite weights. Row by row it has entries, each a weight and the
 * column that it stands in; every other weight is 0. An operator that knows more of its weights
 * than that stores fewer of them, and may apply itself faster. Immutable.
 */
public sealed interface LinearOperator permits DenseMatrix, SparseMatrix, Selection, Convolution {

  /** The number of results, at least one. */
  int rows();

  /** The number of arguments, at least one. */
  int columns();

  /** How many entries a row has. */
  int entries(int row);

  /** The column of an entry; those of a row ascend. */
  int column(int row, int entry);

  /** The weight of an entry; finite, never -0. */
  double weight(int row, int entry);

  /** The operator with the magnitudes of the weights. */
  LinearOperator absolute();

  /**
   * Writes W x to {@code result}: for each row the sum of the products of its entries, in some
   * order, each product and each sum rounded to nearest. An entry of 0 adds 0 if its argument is
   * finite, so only the others add to the rounding error.
   */
  default void apply(double[] x, double[] result) {
    for (int row = 0; row < result.length; row++) {
      double sum = 0;
      for (int entry = 0; entry < entries(row); entry++) {
        sum += weight(row, entry) * x[column(row, entry)];
      }
      result[row] = sum;
    }
  }

  /** The entries of a row that are not 0. */
  default int[] nonzeros(int row) {
    return IntStream.range(0, entries(row)).filter(entry -> weight(row, entry) != 0).toArray();
  }

  /** How many products it takes to apply it. */
  default long products() {
    return IntStream.range(0, rows()).mapToLong(this::entries).sum();
  }

  /** The sum of the magnitudes of a row's weights, rounded up; infinite if that overflows. */
  default double rowNorm(int row) {
    double norm = 0;
    for (int entry = 0; entry < entries(row); entry++) {
      norm = Rounding.addUp(norm, Math.abs(weight(row, entry)));
    }
    return norm;
  }

  /** A fresh array of all {@link #columns} weights of a row. */
  default double[] row(int row) {
    double[] weights = new double[columns()];
    for (int entry = 0; entry < entries(row); entry++) {
      weights[column(row, entry)] = weight(row, entry);
    }
    return weights;
  }

  /** The weight with which an argument enters a result; never -0. */
  default double between(int row, int column) {
    for (int entry = 0; entry < entries(row); entry++) {
      if (column(row, entry) == column) {
        return weight(row, entry);
      }
    }
    return 0;
  }
}
