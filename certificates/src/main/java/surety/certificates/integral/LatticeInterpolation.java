package surety.certificates.integral;

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
        values[b][point] = polynomial(b, point);
      }
      columns[point][point] = 1;
    }
    solve(values, columns);
  }

  /** The value of Bernstein polynomial b at a point. */
  private double polynomial(int b, int point) {
    double value = 1;
    int left = degree;
    for (int i = 0; i < vertices; i++) {
      double coordinate = (double) exponents[point * vertices + i] / degree;
      for (int k = 1; k <= exponents[b * vertices + i]; k++, left--) {
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

  /** What is interpolated. */
  @FunctionalInterface
  interface Function {
    /** The value where the barycentric coordinates are {@code share[from + i]} over the degree. */
    double at(int[] share, int from);
  }

  /** The form with the function's values at the points. */
  double[] form(Function function) {
    double[] form = new double[columns.length];
    for (int point = 0; point < columns.length; point++) {
      add(form, function.at(exponents, point * vertices), columns[point]);
    }
    return form;
  }
}
