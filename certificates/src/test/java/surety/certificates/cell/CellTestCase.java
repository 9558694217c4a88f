package surety.certificates.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;

/** What tests of cells share. */
final class CellTestCase {
  private CellTestCase() {}

  static Problem problem(String... distributions) {
    String[] coefficients = new String[distributions.length];
    Arrays.fill(coefficients, "1");
    Statement statement =
        Statements.query(
            Statements.inputs(distributions),
            Statements.form(coefficients),
            Comparison.LESS_OR_EQUAL,
            Rational.ZERO);
    List<Truncation> truncations = new ArrayList<>();
    for (String text : distributions) {
      if (!text.startsWith("= ")) {
        truncations.add(new Truncation(-8, 8));
      }
    }
    try {
      return Problem.of(statement, Network.chain(distributions.length, List.of()), truncations);
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
  }

  static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  /** The exact point of a vertex whose enclosures are points. */
  static Rational[] point(Vertex vertex, int n) {
    Rational[] point = new Rational[n];
    for (int q = 0; q < n; q++) {
      Interval z = vertex.z(q);
      if (!z.isPoint()) {
        throw new AssertionError(z + " is not exact");
      }
      point[q] = exact(z.lower());
    }
    return point;
  }

  /** The determinant of the edges from the first vertex, and the absolute value of it. */
  static Rational determinant(Rational[][] points) {
    int n = points.length - 1;
    Rational[][] m = new Rational[n][n];
    for (int i = 0; i < n; i++) {
      for (int q = 0; q < n; q++) {
        m[i][q] = points[i + 1][q].minus(points[0][q]);
      }
    }
    Rational determinant = Rational.ONE;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      while (pivot < n && m[pivot][k].isZero()) {
        pivot++;
      }
      if (pivot == n) {
        return Rational.ZERO;
      }
      Rational[] row = m[pivot];
      m[pivot] = m[k];
      m[k] = row;
      determinant = determinant.times(m[k][k]);
      for (int i = k + 1; i < n; i++) {
        Rational factor = m[i][k].dividedBy(m[k][k]);
        for (int q = k; q < n; q++) {
          m[i][q] = m[i][q].minus(factor.times(m[k][q]));
        }
      }
    }
    return determinant.abs(); // row exchanges only change the sign
  }

  /** Whether a point lies in the simplex, and where: 1 inside, 0 on a face, -1 outside. */
  static int side(Rational[][] points, Rational[] x) {
    int result = 1;
    Rational whole = determinant(points);
    Rational sum = Rational.ZERO;
    for (int i = 0; i < points.length; i++) {
      Rational[][] changed = points.clone();
      changed[i] = x;
      Rational part = determinant(changed);
      sum = sum.plus(part);
      result = part.isZero() ? 0 : result;
    }
    return sum.equals(whole) ? result : -1;
  }
}
