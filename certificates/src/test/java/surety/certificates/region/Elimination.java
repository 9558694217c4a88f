package surety.certificates.region;

import java.util.Arrays;
import surety.certificates.arithmetic.Rational;

/** Gauss' elimination over the rationals. */
final class Elimination {
  private Elimination() {}

  /** A solution with free unknowns zero; empty if there is none. Rows end with the right side. */
  static Rational[] solve(Rational[][] rows, int unknowns) {
    Rational[] solution = new Rational[unknowns];
    Arrays.fill(solution, Rational.ZERO);
    int[] pivots = new int[rows.length];
    int rank = 0;
    for (int column = 0; column < unknowns && rank < rows.length; column++) {
      int pivot = rank;
      while (pivot < rows.length && rows[pivot][column].isZero()) {
        pivot++;
      }
      if (pivot < rows.length) {
        Rational[] row = rows[pivot];
        rows[pivot] = rows[rank];
        rows[rank] = row;
        pivots[rank] = column;
        eliminate(rows, rank, column, unknowns);
        rank++;
      }
    }
    for (int i = rank; i < rows.length; i++) {
      if (!rows[i][unknowns].isZero()) {
        return new Rational[0];
      }
    }
    for (int i = 0; i < rank; i++) {
      solution[pivots[i]] = rows[i][unknowns].dividedBy(rows[i][pivots[i]]);
    }
    return solution;
  }

  private static void eliminate(Rational[][] rows, int pivot, int column, int unknowns) {
    for (int i = 0; i < rows.length; i++) {
      if (i != pivot && !rows[i][column].isZero()) {
        Rational factor = rows[i][column].dividedBy(rows[pivot][column]);
        for (int j = column; j <= unknowns; j++) {
          rows[i][j] = rows[i][j].minus(factor.times(rows[pivot][j]));
        }
      }
    }
  }
}
