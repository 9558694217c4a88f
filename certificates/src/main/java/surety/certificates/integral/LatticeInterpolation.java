package surety.certificates.integral;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Forms of one degree k by their values at the points of a simplex whose barycentric coordinates
 * are multiples of 1 / k: there is one form for any values. Nothing here needs to be exact: what it
 * gives is a proposal, and whoever uses it bounds how good it is.
 */
final class LatticeInterpolation {
  private final int vertices;
  private final int degree;
  private final int[] exponents;

  /** Column b has the form that is 1 at point b and 0 at the others. */
  private final double[][] columns;

  private final Map<Integer, double[][]> evaluations = new ConcurrentHashMap<>();

  /**
   * Makes one.
   *
   * @param exponents the multi-indices of that degree, which is positive
   */
  LatticeInterpolation(int vertices, int degree, int[] exponents) {
    this.vertices = vertices;
    this.degree = degree;
    this.exponents = exponents;
    int count = exponents.length / vertices;
    double[][] values = new double[count][count];
    this.columns = new double[count][count];
    for (int point = 0; point < count; point++) {
      for (int b = 0; b < count; b++) {
        values[b][point] = polynomial(exponents, degree, b, point);
      }
      columns[point][point] = 1;
    }
    solve(values, columns);
  }

  /** The value of Bernstein polynomial b of a degree at a point. */
  private double polynomial(int[] indices, int of, int b, int point) {
    double value = 1;
    int left = of;
    for (int i = 0; i < vertices; i++) {
      double coordinate = (double) exponents[point * vertices + i] / degree;
      for (int k = 1; k <= indices[b * vertices + i]; k++, left--) {
        value *= coordinate * left / k;
      }
    }
    return value;
  }

  /**
   * Gauss and Jordan's elimination with partial pivoting, of columns: those of the matrix become
   * those of 1, and the other ones those of its inverse.
   */
  private static void solve(double[][] matrix, double[][] other) {
    for (int p = 0; p < matrix.length; p++) {
      int best = p;
      for (int column = p; column < matrix.length; column++) {
        best = Math.abs(matrix[column][p]) > Math.abs(matrix[best][p]) ? column : best;
      }
      swap(matrix, p, best);
      swap(other, p, best);
      double pivot = matrix[p][p];
      scale(matrix[p], 1 / pivot);
      scale(other[p], 1 / pivot);
      for (int column = 0; column < matrix.length; column++) {
        double factor = -matrix[column][p];
        if (column != p && factor != 0) {
          add(matrix[column], factor, matrix[p]);
          add(other[column], factor, other[p]);
        }
      }
    }
  }

  private static void swap(double[][] columns, int p, int q) {
    double[] column = columns[p];
    columns[p] = columns[q];
    columns[q] = column;
  }

  private static void scale(double[] column, double factor) {
    for (int k = 0; k < column.length; k++) {
      column[k] *= factor;
    }
  }

  private static void add(double[] column, double factor, double[] other) {
    for (int k = 0; k < column.length; k++) {
      column[k] += factor * other[k];
    }
  }

  /**
   * The form that has another form's values at the points.
   *
   * @param form of the degree of {@code others}
   * @param others multi-indices of that degree
   */
  double[] reduced(double[] form, int formDegree, int[] others) {
    double[][] values = evaluations.computeIfAbsent(formDegree, m -> evaluation(m, others));
    double[] reduced = new double[columns.length];
    for (int point = 0; point < columns.length; point++) {
      double value = 0;
      for (int a = 0; a < form.length; a++) {
        value += values[point][a] * form[a];
      }
      add(reduced, value, columns[point]);
    }
    return reduced;
  }

  /** For each point the values of all Bernstein polynomials of a degree. */
  private double[][] evaluation(int formDegree, int[] others) {
    double[][] values = new double[columns.length][others.length / vertices];
    for (int point = 0; point < values.length; point++) {
      for (int a = 0; a < values[point].length; a++) {
        values[point][a] = polynomial(others, formDegree, a, point);
      }
    }
    return values;
  }
}
