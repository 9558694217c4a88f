package surety.solver.estimate;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Correlations that were found pair by pair need not be those of any law: their matrix may have
 * negative eigenvalues. The nearest one that is a correlation matrix is found by Higham's
 * alternating projections (2002) onto the positive semidefinite matrices, with Dykstra's
 * correction, and onto those with ones on the diagonal. Last, eigenvalues are raised to {@link
 * #LEAST} so that there is a Cholesky factor, and the diagonal is scaled to ones again.
 */
final class CorrelationMatrix {
  /** The least eigenvalue. */
  static final double LEAST = 1e-10;

  private static final int MOST_ROUNDS = 500;
  private static final double CLOSE = 1e-10;

  private CorrelationMatrix() {}

  /** The nearest correlation matrix, in the sense of sums of squares. */
  static DMatrixRMaj nearest(DMatrixRMaj symmetric) {
    if (leastEigenvalue(symmetric) >= LEAST) {
      return symmetric.copy();
    }
    DMatrixRMaj unit = symmetric.copy();
    DMatrixRMaj correction = new DMatrixRMaj(symmetric.numRows, symmetric.numCols);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      DMatrixRMaj moved = unit.copy();
      CommonOps_DDRM.subtractEquals(moved, correction);
      DMatrixRMaj positive = raised(moved, 0);
      CommonOps_DDRM.subtract(positive, moved, correction);
      DMatrixRMaj before = unit;
      unit = positive;
      for (int i = 0; i < unit.numRows; i++) {
        unit.set(i, i, 1);
      }
      CommonOps_DDRM.subtractEquals(before, unit);
      if (NormOps_DDRM.normF(before) < CLOSE) {
        break;
      }
    }
    return scaled(raised(unit, LEAST));
  }

  /** The lower triangular factor. */
  static DMatrixRMaj cholesky(DMatrixRMaj correlations) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(correlations.numRows, true);
    if (!cholesky.decompose(correlations.copy())) {
      throw new EstimateException("the correlations are not those of any law");
    }
    return cholesky.getT(null);
  }

  static double leastEigenvalue(DMatrixRMaj symmetric) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(symmetric, false);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < eigen.getNumberOfEigenvalues(); k++) {
      least = Math.min(least, eigen.getEigenvalue(k).getReal());
    }
    return least;
  }

  private static EigenDecomposition_F64<DMatrixRMaj> eigen(
      DMatrixRMaj symmetric, boolean hasVectors) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(symmetric.numRows, hasVectors, true);
    if (!eigen.decompose(symmetric.copy())) {
      throw new EstimateException("the eigenvalues of the correlations were not found");
    }
    return eigen;
  }

  /** The same with all eigenvalues at least this. */
  private static DMatrixRMaj raised(DMatrixRMaj symmetric, double least) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(symmetric, true);
    DMatrixRMaj sum = new DMatrixRMaj(symmetric.numRows, symmetric.numCols);
    for (int k = 0; k < eigen.getNumberOfEigenvalues(); k++) {
      double value = Math.max(least, eigen.getEigenvalue(k).getReal());
      DMatrixRMaj vector = eigen.getEigenVector(k);
      CommonOps_DDRM.multAddTransB(value, vector, vector, sum);
    }
    return sum;
  }

  private static DMatrixRMaj scaled(DMatrixRMaj matrix) {
    DMatrixRMaj result = matrix.copy();
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < matrix.numCols; j++) {
        result.set(i, j, matrix.get(i, j) / Math.sqrt(matrix.get(i, i) * matrix.get(j, j)));
      }
      result.set(i, i, 1);
    }
    return result;
  }
}
