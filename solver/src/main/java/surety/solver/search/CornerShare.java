package surety.solver.search;

/**
 * The share of the box [-1, 1]^n in which an affine form is at most 0, by inclusion and exclusion
 * over the corners, in plain doubles. Scratch memory of one thread.
 */
final class CornerShare {
  /** Coefficients this small against the largest would only cancel; they are left out. */
  private static final double NEGLIGIBLE = 1e-3;

  private final double[] weights;
  private int count;

  CornerShare(int inputs) {
    this.weights = new double[inputs];
  }

  /** Of the form {@code form[0] + sum_q form[q] xi_q}. */
  double below(double[] form) {
    double largest = 0;
    for (int q = 1; q < form.length; q++) {
      largest = Math.max(largest, Math.abs(form[q]));
    }
    if (largest == 0) {
      return form[0] <= 0 ? 1 : 0;
    }
    count = 0;
    double sum = 0;
    for (int q = 1; q < form.length; q++) {
      double weight = Math.abs(form[q]);
      if (weight > NEGLIGIBLE * largest) {
        weights[count++] = 2 * weight;
        sum += weight;
      }
    }
    double level = sum - form[0]; // of sum w_q u_q, u_q uniform on [0, 1]
    if (level <= 0 || level >= 2 * sum) {
      return level <= 0 ? 0 : 1;
    }
    return level <= sum ? volume(level) : 1 - volume(2 * sum - level);
  }

  private double volume(double level) {
    double denominator = 1;
    for (int q = 0; q < count; q++) {
      denominator *= weights[q] * (q + 1);
    }
    return Math.max(0, Math.min(1, corners(level, 0, 1) / denominator));
  }

  private double corners(double rest, int from, double sign) {
    double term = sign;
    for (int q = 0; q < count; q++) {
      term *= rest;
    }
    for (int q = from; q < count; q++) {
      if (rest > weights[q]) {
        term += corners(rest - weights[q], q + 1, -sign);
      }
    }
    return term;
  }
}
