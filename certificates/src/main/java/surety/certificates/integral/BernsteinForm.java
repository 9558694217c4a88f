package surety.certificates.integral;

import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;

/**
 * A function over a simplex, up to a proven error: {@code |f - sum_a coefficients[a] B_a| <= error}
 * with the Bernstein polynomials B_a of one degree.
 *
 * @param degree at most the basis's
 * @param coefficients one for each multi-index of the degree, in the basis's order; shared, not to
 *     be changed
 * @param error at least 0, and perhaps infinite
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops; a copy on each access costs more
public record BernsteinForm(BernsteinBasis basis, int degree, double[] coefficients, double error) {

  /** Bound of the coefficients' magnitudes. */
  double largest() {
    return largest(coefficients);
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /**
   * The same function over a part of the simplex: the edge from vertex i to vertex j is cut at
   * {@code w = (1 - ratio) v_i + ratio v_j}, and w takes the place of one of them.
   *
   * <p>The coefficients whose multi-indices differ only in i and j are those of a polynomial along
   * the edge, which de Casteljau's algorithm subdivides (Farin, Curves and Surfaces for CAGD): each
   * step takes averages {@code (1 - ratio) a + ratio b}. A result passes through at most {@code
   * degree} of them, with three roundings in each, and what underflows in its two products is at
   * most a smallest subnormal; weights that add up to 1 make no error larger. So each is off by at
   * most gamma of three times the degree times the largest magnitude, and by so many subnormals.
   *
   * @param isFirst whether w takes the place of v_j
   */
  public BernsteinForm part(int i, int j, double ratio, boolean isFirst) {
    if (degree == 0) {
      return this;
    }
    double[] parted = coefficients.clone();
    double rest = 1 - ratio;
    double[] row = new double[degree + 1];
    int[] rows = basis.rows(degree, i, j);
    for (int at = 0; at < rows.length; ) {
      int length = rows[at++];
      for (int k = 0; k < length; k++) {
        row[k] = coefficients[rows[at + k]];
      }
      for (int last = length - 1; last > 0; last--) {
        if (isFirst) {
          for (int k = length - 1; k >= length - last; k--) {
            row[k] = rest * row[k - 1] + ratio * row[k];
          }
        } else {
          for (int k = 0; k < last; k++) {
            row[k] = rest * row[k] + ratio * row[k + 1];
          }
        }
      }
      for (int k = 0; k < length; k++) {
        parted[rows[at++]] = row[k];
      }
    }
    double rounding =
        Rounding.addUp(
            Rounding.multiplyUp(RelativeError.gamma(3 * degree), largest()),
            degree * Double.MIN_VALUE);
    return new BernsteinForm(basis, degree, parted, Rounding.addUp(error, rounding));
  }

  /**
   * The same function, with the vertices in another order.
   *
   * @param order for each new place the vertex that it gets
   */
  public BernsteinForm reordered(int[] order) {
    return degree == 0
        ? this
        : new BernsteinForm(basis, degree, basis.reordered(coefficients, degree, order), error);
  }

  /**
   * The function by a form of at most a lower degree: the one that has this form's values at the
   * points of a lattice, up to a constant. It stays as it is where that takes more than {@value
   * BernsteinBasis#MOST_POINTS} points.
   */
  public BernsteinForm lowered(int lower) {
    if (lower >= degree || basis.size(lower) > BernsteinBasis.MOST_POINTS) {
      return this;
    }
    return by(lower == 0 ? new double[1] : basis.reduced(coefficients, degree, lower), lower);
  }

  /**
   * The function by a form of a lower degree, which is a given one up to a constant.
   *
   * <p>Let E be the given form r, elevated to this form's degree. Because Bernstein polynomials are
   * not negative and sum up to 1, this form differs from r + s by at most the largest |c_b - E_b -
   * s|, which is least for s in the middle of all c_b - E_b. Each step of the elevation is a convex
   * combination: each of its weights carries a rounding, a product one more, and there are no more
   * sums than vertices. So all steps together are off by at most gamma times the largest |r_a|, and
   * a smallest subnormal for each operation where products underflow. Adding s to the coefficients
   * is one rounding more.
   *
   * @param given any coefficients
   * @param lower their degree, lower than this form's
   * @return this form itself if nothing is known of the difference
   */
  BernsteinForm by(double[] given, int lower) {
    double[] elevated = given;
    for (int m = lower + 1; m <= degree; m++) {
      elevated = basis.elevate(elevated, m);
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int b = 0; b < elevated.length; b++) {
      least = Math.min(least, Rounding.subtractDown(coefficients[b], elevated[b]));
      greatest = Math.max(greatest, Rounding.subtractUp(coefficients[b], elevated[b]));
    }
    double middle = 0.5 * least + 0.5 * greatest;
    double off =
        Math.max(Rounding.subtractUp(greatest, middle), Rounding.subtractUp(middle, least));
    int operations = (degree - lower) * (basis.vertices() + 2) + 1;
    double size = Rounding.addUp(largest(given), Math.abs(middle));
    double rounding =
        Rounding.addUp(
            Rounding.multiplyUp(RelativeError.gamma(operations), size),
            operations * Double.MIN_VALUE);
    double remainder = Rounding.addUp(off, rounding);
    if (!(remainder <= Double.MAX_VALUE)) {
      return this;
    }
    double[] moved = new double[given.length];
    for (int a = 0; a < moved.length; a++) {
      moved[a] = given[a] + middle;
    }
    return new BernsteinForm(basis, lower, moved, Rounding.addUp(error, remainder));
  }
}
