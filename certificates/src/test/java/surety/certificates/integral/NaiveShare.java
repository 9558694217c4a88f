package surety.certificates.integral;

import java.util.Arrays;

/** The share below a threshold under one Dirichlet density, by Varsi's recursion as published. */
final class NaiveShare {
  private NaiveShare() {}

  /** With the value of each vertex repeated once more than its exponent. */
  static double of(double[] values, int[] exponents, int from, double t) {
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      count += values[i] < t ? exponents[from + i] + 1 : 0;
    }
    double[] below = new double[count];
    int filled = 0;
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; values[i] < t && k <= exponents[from + i]; k++) {
        below[filled++] = t - values[i];
      }
    }
    double[] state = new double[count + 1];
    Arrays.fill(state, 1, count + 1, 1);
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; values[i] >= t && k <= exponents[from + i]; k++) {
        double p = values[i] - t;
        for (int h = 1; h <= count; h++) {
          double sum = p + below[h - 1];
          state[h] = p / sum * state[h - 1] + below[h - 1] / sum * state[h];
        }
      }
    }
    return state[count];
  }

  /** The sum of all coefficients of a form times their shares, one by one. */
  static double sum(BernsteinForm form, double[] values, double t) {
    int[] exponents = form.basis().exponents(form.degree());
    double sum = 0;
    for (int a = 0; a < form.coefficients().length; a++) {
      sum += form.coefficients()[a] * of(values, exponents, a * values.length, t);
    }
    return sum;
  }
}
