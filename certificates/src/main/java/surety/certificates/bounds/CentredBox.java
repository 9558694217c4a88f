package surety.certificates.bounds;

import surety.certificates.arithmetic.Rounding;

/**
 * A box of coordinates z for plain doubles: side q is all {@code z = m + h xi} with xi from -1 to
 * 1, where the exact middle m and half length h are about {@code centre[q]} and {@code radius[q]}.
 *
 * @param magnitude no |z| on the box is larger, for each coordinate
 * @param loss at least {@code |m - centre| + |h - radius| + gamma magnitude}, likewise, gamma being
 *     that of an affine form's value at a point
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
public record CentredBox(double[] centre, double[] radius, double[] magnitude, double[] loss) {

  /**
   * With sums for the magnitudes.
   *
   * @param off at least {@code |m - centre| + |h - radius|}, for each coordinate
   */
  public static CentredBox of(double[] centre, double[] radius, double[] off) {
    int n = centre.length;
    double[] magnitude = new double[n];
    double[] loss = new double[n];
    double gamma = gamma(n);
    for (int q = 0; q < n; q++) {
      magnitude[q] = Rounding.addUp(Rounding.addUp(Math.abs(centre[q]), radius[q]), off[q]);
      loss[q] = Rounding.addUp(off[q], Rounding.multiplyUp(gamma, magnitude[q]));
    }
    return new CentredBox(centre, radius, magnitude, loss);
  }

  /** A value of a form of n coordinates is a sum of 2 n + 1 terms of two products at most. */
  static double gamma(int n) {
    return RelativeError.gamma(2 * n + 4);
  }

  int dimension() {
    return centre.length;
  }

  /** The sum of all magnitudes and 1, rounded up. */
  double total() {
    double total = 1;
    for (double m : magnitude) {
      total = Rounding.addUp(total, m);
    }
    return total;
  }
}
