package surety.solver.search;

/**
 * The bounds of the function over a box, with the range that follows.
 *
 * @param lower the lower affine bound, constant first, in local coordinates from -1 to 1
 * @param upper the upper affine bound
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BoxRange(double[] lower, double[] upper) {

  static BoxRange of(PlainNetwork network, BoxNode box) {
    return of(new BoxBounds(network), box);
  }

  static BoxRange of(BoxBounds bounds, BoxNode box) {
    double[] lower = new double[box.sides().size() + 1];
    double[] upper = new double[box.sides().size() + 1];
    bounds.compute(box.middle(), box.half(), lower, upper);
    return new BoxRange(lower, upper);
  }

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

  /** Whether the function is a constant, and known to be. */
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
