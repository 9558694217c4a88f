package surety.certificates.integral;

import surety.certificates.arithmetic.Rounding;

/**
 * What affine bounds of a form g over a cell say of g less a number m, its centre: {@code |g - m -
 * middle| <= radius} with affine functions of the cell.
 *
 * @param middle the values at the vertices of a simplex; or in a box's local coordinates between -1
 *     and 1 the constant and the coefficients
 * @param radius likewise; it is not negative on the cell
 * @param isKnown whether all numbers are finite; else nothing is known of g
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops; a copy on each access costs more
public record CentredBounds(double[] middle, double[] radius, boolean isKnown) {

  /**
   * Over a simplex: any doubles will do as the middle's values, and the radius is then, at each
   * vertex, the larger distance of the two bounds from it, rounded up. What holds at the vertices
   * holds for affine functions all over.
   *
   * @param lower values at the vertices of an affine function that is at most g; not NaN
   * @param upper likewise of one that is at least g
   */
  public static CentredBounds overSimplex(double[] lower, double[] upper, double centre) {
    double[] middle = new double[lower.length];
    double[] radius = new double[lower.length];
    boolean isKnown = true;
    for (int i = 0; i < lower.length; i++) {
      isKnown &= center(lower[i], upper[i], centre, middle, radius, i);
    }
    return new CentredBounds(middle, radius, isKnown);
  }

  /**
   * Over a box: the middle and the radius have doubles next to the exact halves as coefficients,
   * and what they are off is added to the radius's constant, since no local coordinate exceeds 1.
   *
   * @param lower {@code lower[0] + sum_q lower[q] xi_q} is at most g
   * @param upper likewise at least g
   */
  public static CentredBounds overBox(double[] lower, double[] upper, double centre) {
    double[] middle = new double[lower.length];
    double[] radius = new double[lower.length];
    boolean isKnown = center(lower[0], upper[0], centre, middle, radius, 0);
    for (int q = 1; q < lower.length; q++) {
      middle[q] = half(lower[q], upper[q]);
      radius[q] = 0.5 * upper[q] - 0.5 * lower[q];
      isKnown &= Math.abs(middle[q]) <= Double.MAX_VALUE && Math.abs(radius[q]) <= Double.MAX_VALUE;
      radius[0] =
          Rounding.addUp(
              radius[0],
              Math.max(off(upper[q], middle[q], radius[q]), off(-lower[q], -middle[q], radius[q])));
    }
    return new CentredBounds(middle, radius, isKnown && radius[0] <= Double.MAX_VALUE);
  }

  private static boolean center(
      double lower, double upper, double centre, double[] middle, double[] radius, int i) {
    double c = half(lower, upper) - centre;
    if (!(Math.abs(c) <= Double.MAX_VALUE)) {
      return false;
    }
    double above = Rounding.subtractUp(Rounding.subtractUp(upper, centre), c);
    double below = Rounding.addUp(Rounding.addUp(centre, -lower), c);
    middle[i] = c;
    radius[i] = Math.max(above, below);
    return radius[i] <= Double.MAX_VALUE;
  }

  private static double half(double a, double b) {
    return a == b ? a : 0.5 * a + 0.5 * b;
  }

  /** An upper bound of {@code |bound - middle - radius|}. */
  private static double off(double bound, double middle, double radius) {
    return Math.max(
        Rounding.subtractUp(Rounding.subtractUp(bound, middle), radius),
        Rounding.addUp(Rounding.addUp(middle, -bound), radius));
  }
}
