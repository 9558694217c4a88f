package surety.certificates.moment;

import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.LinearOperator;

/**
 * A bound of how much longer a matrix makes a vector at most.
 *
 * <p><em>Why it is sound.</em> |W|^2 is the norm |G| of {@code G = W W^T} (or {@code W^T W}), and
 * that of a symmetric matrix H is the root of that of H H, and at most its Frobenius norm. A
 * product of matrices in doubles, each entry summed in order, is within {@code n u / (1 - n u)}
 * times the product of the Frobenius norms of the exact one (Higham, <i>Accuracy and Stability of
 * Numerical Algorithms</i>, section 3.5), and so is its norm.
 */
final class SpectralNorm {
  /** Larger matrices take too long to be squared. */
  private static final int MOST = 256;

  private static final int SQUARINGS = 5;
  private static final double U = 0x1p-53;

  private SpectralNorm() {}

  /** At least the spectral norm. */
  static double of(LinearOperator operator) {
    double frobenius = 0;
    for (int row = 0; row < operator.rows(); row++) {
      double norm = rowNorm(operator, row);
      frobenius = Rounding.addUp(frobenius, Rounding.multiplyUp(norm, norm));
    }
    frobenius = Rounding.sqrtUp(frobenius);
    int n = Math.min(operator.rows(), operator.columns());
    if (n > MOST
        || operator.columns() > 16 * MOST
        || operator.rows() > 16 * MOST
        || !(frobenius < 1e60 && frobenius > 1e-60)) {
      return frobenius;
    }
    int terms = Math.max(operator.rows(), operator.columns());
    double[][] gram = gram(operator, 1 / frobenius);
    double square = Rounding.addUp(norm(gram, SQUARINGS), 4 * (terms + 4) * U);
    return Math.min(frobenius, Rounding.multiplyUp(frobenius, Rounding.sqrtUp(square)));
  }

  /** At least the Euclidean norm of a row. */
  static double rowNorm(LinearOperator operator, int row) {
    double sum = 0;
    for (int entry : operator.nonzeros(row)) {
      double weight = operator.weight(row, entry);
      sum = Rounding.addUp(sum, Rounding.multiplyUp(weight, weight));
    }
    return Rounding.sqrtUp(sum);
  }

  /** The smaller of both products of the matrix, times a factor, with itself. */
  private static double[][] gram(LinearOperator operator, double factor) {
    boolean isTransposed = operator.columns() < operator.rows();
    int n = Math.min(operator.rows(), operator.columns());
    double[][] rows = new double[operator.rows()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = operator.row(row);
      for (int k = 0; k < rows[row].length; k++) {
        rows[row][k] *= factor;
      }
    }
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        int terms = isTransposed ? rows.length : rows[i].length;
        for (int k = 0; k < terms; k++) {
          sum += isTransposed ? rows[k][i] * rows[k][j] : rows[i][k] * rows[j][k];
        }
        gram[i][j] = sum;
        gram[j][i] = sum;
      }
    }
    return gram;
  }

  /** At least the norm of a symmetric matrix. */
  private static double norm(double[][] matrix, int squarings) {
    double frobenius = 0;
    for (double[] row : matrix) {
      for (double x : row) {
        frobenius = Rounding.addUp(frobenius, Rounding.multiplyUp(x, x));
      }
    }
    if (squarings == 0) {
      return Rounding.sqrtUp(frobenius);
    }
    int n = matrix.length;
    double error = Rounding.multiplyUp(2 * (n + 2) * U, frobenius);
    double square = Rounding.addUp(norm(squared(matrix), squarings - 1), error);
    return Rounding.sqrtUp(square);
  }

  private static double[][] squared(double[][] matrix) {
    int n = matrix.length;
    double[][] square = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += matrix[i][k] * matrix[j][k];
        }
        square[i][j] = sum;
        square[j][i] = sum;
      }
    }
    return square;
  }
}
