package surety.solver.search;

/**
 * The bounds of a row over a box, with the range that follows.
 *
 * @param lower the lower affine bound, {@code lower[0] + sum_q lower[q] xi_q} in local coordinates
 *     from -1 to 1
 * @param upper the upper affine bound
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BoxRange(double[] lower, double[] upper) {

  double least() {
    double end = lower[0];
    for (int q = 1; q < lower.length; q++) {
      end -= Math.abs(lower[q]);
    }
    return end;
  }

  double greatest() {
    double end = upper[0];
    for (int q = 1; q < upper.length; q++) {
      end += Math.abs(upper[q]);
    }
    return end;
  }

  /** Whether the row is a constant, and known to be. */
  boolean isExactConstant() {
    return lower[0] == upper[0] && isConstant(lower) && isConstant(upper);
  }

  static boolean isConstant(double[] form) {
    for (int q = 1; q < form.length; q++) {
      if (form[q] != 0) {
        return false;
      }
    }
    return true;
  }
}
