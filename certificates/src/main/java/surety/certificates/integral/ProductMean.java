package surety.certificates.integral;

import surety.certificates.arithmetic.Rounding;

/**
 * The mean over a simplex of a product of polynomials, one in each of n coordinates, without its
 * Bernstein form, which takes far more operations.
 *
 * <p>Let X = sum_i lambda_i v_i be uniform on the simplex with the vertices v_0, ..., v_n. From
 * {@code E[lambda^a] = a! n! / (n + m)!} for |a| = m (a Dirichlet distribution) and the multinomial
 * theorem, for any numbers u_i, {@code E[(sum_i lambda_i u_i)^m] = m! n! / (n + m)!} times the sum
 * of all u^a with |a| = m. Take u_i = t v_i, a scalar product, and compare the coefficients of t^k:
 * {@code E[X^k] = w_k H_k} with {@code w_k = k! n! / (n + |k|)!} and H_k the coefficient of t^k in
 * {@code prod_i 1 / (1 - t v_i)}. Dividing a power series by 1 - t v_i is {@code H_k <- H_k + sum_q
 * v_iq H_(k - e_q)}, in ascending order; for G_k = w_k H_k, which does not grow, that is {@code G_k
 * <- G_k + sum_q (k_q / (n + |k|)) v_iq G_(k - e_q)}.
 *
 * <p>Rounding: replace all numbers by their magnitudes and each |v_iq| by {@code reach_q}, at least
 * as large; the same computation then gives {@code M = prod_q sum_k |a_qk| reach_q^k}. A term
 * passes through three roundings for each of its at most D factors v, at most n sums at each of the
 * at most D + n + 1 places on its way, and in the end n products and D + n sums. That is less than
 * {@code (D + n + 1) (n + 4)} in all, so the result is off by at most gamma of that times M.
 *
 * <p>Underflow: each product may lose half a subnormal more. What is lost in k_q / (n + |k|) times
 * v_iq is multiplied by G_(k - e_q) first, at most {@code reach^(k - e_q)}. What is lost at j
 * reaches k >= j times at most {@code w_k / (w_j w_(k-j)) reach^(k-j)}, where the weights' quotient
 * is at most {@code binomial(n + |j|, n)}, and is then multiplied by {@code |a_1k a_2k ...|}. So
 * all factors together are at most the binomial and the product of the coordinates' {@link
 * #growth}. So is every number of the computation, so that where one overflows this error is
 * infinite.
 */
final class ProductMean {
  private final double[][] coefficients;

  /** For each multi-index but the first and each coordinate, where k - e_q is; 0 if k_q is 0. */
  private final int[] parents;

  /** Likewise k_q over n + |k|. */
  private final double[] ratios;

  private final double underflow;

  /**
   * A product.
   *
   * @param coefficients for each coordinate, by ascending power
   * @param reach for each coordinate a bound of the vertices' magnitudes
   * @param forms binomial(n + D, n), D the sum of the degrees
   */
  ProductMean(double[][] coefficients, double[] reach, int forms) {
    this.coefficients = coefficients;
    int n = coefficients.length;
    int size = 1;
    double growth = forms;
    for (int q = 0; q < n; q++) {
      size *= coefficients[q].length;
      growth = Rounding.multiplyUp(growth, growth(coefficients[q], reach[q]));
    }
    parents = new int[size * n];
    ratios = new double[size * n];
    int[] index = new int[n];
    for (int b = 1; b < size; b++) {
      int sum = advance(index);
      int stride = 1;
      for (int q = n - 1; q >= 0; q--) {
        parents[b * n + q] = index[q] > 0 ? b - stride : 0;
        ratios[b * n + q] = (double) index[q] / (n + sum);
        stride *= coefficients[q].length;
      }
    }
    double products = 3.0 * size * n * (n + 2);
    underflow = Rounding.multiplyUp(products * Double.MIN_VALUE, growth);
  }

  /**
   * The sum of {@code max(1, |a_k|) max(1, reach)^k}: more than any part of a coordinate's
   * polynomial multiplies, of whose powers and coefficients some may be left out.
   */
  static double growth(double[] coefficients, double reach) {
    double power = 1;
    double sum = 0;
    for (double coefficient : coefficients) {
      double factor = Math.max(1, Math.abs(coefficient));
      sum = Rounding.addUp(sum, Rounding.multiplyUp(factor, power));
      power = Rounding.multiplyUp(power, Math.max(1, reach));
    }
    return sum;
  }

  /** The next multi-index, the last coordinate first, and its sum. */
  private int advance(int[] index) {
    int q = index.length - 1;
    while (index[q] == coefficients[q].length - 1) {
      index[q--] = 0;
    }
    index[q]++;
    int sum = 0;
    for (int k : index) {
      sum += k;
    }
    return sum;
  }

  /** How far off underflow may put the mean. */
  double underflow() {
    return underflow;
  }

  /**
   * The mean, up to the errors above; perhaps infinite or not a number.
   *
   * @param vertices for each coordinate its values at the vertices, at most {@code reach}
   */
  double of(double[][] vertices) {
    int n = coefficients.length;
    double[] moments = new double[ratios.length / n];
    moments[0] = 1;
    for (int i = 0; i <= n; i++) {
      for (int b = 1; b < moments.length; b++) {
        double sum = moments[b];
        for (int q = 0; q < n; q++) {
          int at = b * n + q;
          sum += ratios[at] * vertices[q][i] * moments[parents[at]];
        }
        moments[b] = sum;
      }
    }
    return sum(moments, 0, 0);
  }

  private double sum(double[] moments, int q, int first) {
    if (q == coefficients.length) {
      return moments[first];
    }
    double sum = 0;
    for (int k = 0; k < coefficients[q].length; k++) {
      sum += coefficients[q][k] * sum(moments, q + 1, first * coefficients[q].length + k);
    }
    return sum;
  }
}
