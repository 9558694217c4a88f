package surety.solver.search;

import java.util.Arrays;

/**
 * The shares of the box [-1, 1]^n in which an affine form is below t and in which it is not, by
 * inclusion and exclusion over the corners, in plain doubles. The smaller one is computed, so that
 * it is accurate however small it is.
 */
record BoxShare(double below, double above) {
  /** Beyond that many coordinates the kernel does not compute shares. */
  static final int MOST_COORDINATES = 16;

  private static final BoxShare ALL = new BoxShare(1, 0);
  private static final BoxShare NONE = new BoxShare(0, 1);

  /** Coefficients this small against the largest would only cancel; they are left out. */
  private static final double NEGLIGIBLE = 1e-3;

  /**
   * Of the form {@code form[0] + sum_q form[q] xi_q}. Values at t matter only where the form is
   * constant: then they are all there are.
   *
   * @param inclusive whether values at t count as below
   */
  static BoxShare of(double[] form, double t, boolean inclusive) {
    if (BoxRange.isConstant(form)) {
      return form[0] < t || (inclusive && form[0] == t) ? ALL : NONE;
    }
    double[] weights = new double[form.length - 1];
    double largest = 0;
    for (int q = 0; q < weights.length; q++) {
      weights[q] = 2 * Math.abs(form[q + 1]);
      largest = Math.max(largest, weights[q]);
    }
    int count = 0;
    double sum = 0;
    for (double weight : weights) {
      if (weight > NEGLIGIBLE * largest) {
        weights[count++] = weight;
        sum += weight;
      }
    }
    double level = t - form[0] + sum / 2; // P(sum of w_q u_q <= level), u_q uniform on [0, 1]
    if (!(level > 0)) {
      return NONE;
    }
    if (level >= sum) {
      return ALL;
    }
    double[] chosen = Arrays.copyOf(weights, count);
    if (level > sum / 2) {
      double above = volume(chosen, sum - level);
      return new BoxShare(1 - above, above);
    }
    double below = volume(chosen, level);
    return new BoxShare(below, 1 - below);
  }

  /** The share at the corner where the form is least, of a level in the lower half. */
  private static double volume(double[] weights, double level) {
    int n = weights.length;
    double total = 0;
    for (int corner = 0; corner < 1 << n; corner++) {
      double rest = level;
      for (int q = 0; q < n; q++) {
        rest -= (corner >> q & 1) * weights[q];
      }
      if (rest > 0) {
        double term = 1;
        for (int q = 0; q < n; q++) {
          term *= rest / (weights[q] * (q + 1));
        }
        total += (Integer.bitCount(corner) & 1) == 0 ? term : -term;
      }
    }
    return Math.max(0, Math.min(1, total));
  }
}
