package surety.solver.search;

import java.util.Arrays;

/**
 * The share of the box [-1, 1]^n in which an affine form is at most t, by inclusion and exclusion
 * over the corners, in plain doubles.
 */
final class BoxShare {
  /** Beyond that many coordinates the kernel does not compute shares either. */
  static final int MOST_COORDINATES = 6;

  /** Coefficients this small against the largest would only cancel; they are left out. */
  private static final double NEGLIGIBLE = 1e-3;

  private BoxShare() {}

  /** Of the form {@code form[0] + sum_q form[q] xi_q}; 0 or 1 unless few coordinates matter. */
  static double atMost(double[] form, double t) {
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
    if (level >= sum) {
      return 1;
    }
    return level <= 0 ? 0 : volume(Arrays.copyOf(weights, count), level);
  }

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
