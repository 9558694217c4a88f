package surety.solver.support;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Enclosures of the singular values of a matrix, the greatest first.
 *
 * <p>EJML computes {@code U S W'} in doubles; nothing of it is believed. By Weyl's inequality each
 * singular value of V is within {@code ||V - U S W'||} of that of {@code U S W'}, and the latter is
 * within {@code s ((1 + d)(1 + e) - 1)} of s (Ostrowski), where d and e bound {@code ||U'U - I||}
 * and {@code ||W'W - I||}. Frobenius norms, computed in intervals, bound all of these norms.
 */
final class SingularValues {
  private SingularValues() {}

  /** Of a matrix with enclosed entries; a whole half-line each where nothing was found. */
  static Interval[] of(Interval[][] matrix) {
    int rows = matrix.length;
    int columns = matrix[0].length;
    int count = Math.min(rows, columns);
    DMatrixRMaj middle = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        middle.set(i, j, matrix[i][j].middle());
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(rows, columns, true, true, true);
    if (!svd.decompose(middle)) {
      return unknown(count);
    }
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj w = svd.getV(null, false);
    double[] values = svd.getSingularValues();
    double residual = residual(matrix, u, values, w, count);
    double factor =
        Rounding.subtractUp(
            Rounding.multiplyUp(
                Rounding.addUp(1, offOrthogonality(u, count)),
                Rounding.addUp(1, offOrthogonality(w, count))),
            1);
    return enclosed(values, count, residual, factor);
  }

  private static Interval[] enclosed(double[] values, int count, double residual, double factor) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    Interval[] enclosed = unknown(count);
    for (int k = 0; k < count; k++) {
      double value = sorted[count - 1 - k];
      double error = Rounding.addUp(residual, Rounding.multiplyUp(value, factor));
      if (value >= 0 && Double.isFinite(error)) {
        enclosed[k] =
            new Interval(
                Math.max(0, Rounding.subtractDown(value, error)), Rounding.addUp(value, error));
      }
    }
    return enclosed;
  }

  private static Interval[] unknown(int count) {
    Interval[] unknown = new Interval[count];
    Arrays.fill(unknown, new Interval(0, Double.POSITIVE_INFINITY));
    return unknown;
  }

  private static double residual(
      Interval[][] matrix, DMatrixRMaj u, double[] values, DMatrixRMaj w, int count) {
    double squares = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[0].length; j++) {
        Interval off = matrix[i][j];
        for (int k = 0; k < count; k++) {
          off = off.minus(Interval.of(u.get(i, k)).times(values[k]).times(w.get(j, k)));
        }
        squares = addSquare(squares, off);
      }
    }
    return Rounding.sqrtUp(squares);
  }

  /** At least the norm of Q'Q - I. */
  private static double offOrthogonality(DMatrixRMaj q, int count) {
    double squares = 0;
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        Interval off = Interval.of(a == b ? -1 : 0);
        for (int i = 0; i < q.getNumRows(); i++) {
          off = off.plus(Interval.of(q.get(i, a)).times(q.get(i, b)));
        }
        squares = addSquare(squares, off);
      }
    }
    return Rounding.sqrtUp(squares);
  }

  private static double addSquare(double squares, Interval off) {
    double most = off.magnitude();
    return Rounding.addUp(squares, Rounding.multiplyUp(most, most));
  }
}
