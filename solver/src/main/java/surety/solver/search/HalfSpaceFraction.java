package surety.solver.search;

/**
 * The share of a simplex in which an affine function is at most t, in plain doubles.
 *
 * <p>Varsi's recursion (Proc. AMS 1973): the share of the uniform distribution, equivalently the
 * integral of a B-spline, with positive terms only. Not for use by several threads at once.
 */
final class HalfSpaceFraction {
  private final double[] partial;
  private final double[] below;

  HalfSpaceFraction(int dimension) {
    partial = new double[dimension + 2];
    below = new double[dimension + 1];
  }

  int dimension() {
    return below.length - 1;
  }

  /** The share with at most t, for the values {@code y} at the vertices. */
  double atMost(double[] y, double t) {
    return below(y, 0, t, true);
  }

  /**
   * The share below t, with the values at t or without: that only matters where all vertices have
   * values of at least t, so that the values at t may be all there are.
   *
   * @param y the values at the vertices begin at {@code from}
   */
  double below(double[] y, int from, double t, boolean inclusive) {
    int end = from + below.length;
    int k = 0;
    for (int i = from; i < end; i++) {
      double v = y[i];
      if (v < t || (inclusive && v == t)) {
        below[k++] = v - t;
      }
    }
    if (k == 0) {
      return 0;
    }
    if (k == below.length) {
      return 1;
    }
    partial[0] = 0;
    for (int h = 1; h <= k; h++) {
      partial[h] = 1;
    }
    for (int i = from; i < end; i++) {
      double v = y[i];
      if (v > t || (!inclusive && v == t)) {
        double p = v - t;
        for (int h = 1; h <= k; h++) {
          double u = below[h - 1];
          partial[h] = (p * partial[h - 1] - u * partial[h]) / (p - u);
        }
      }
    }
    return partial[k];
  }
}
