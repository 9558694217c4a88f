package surety.certificates.integral;

import surety.certificates.arithmetic.Rounding;

/**
 * The mean over a simplex of a polynomial in n coordinates, without its Bernstein form, which takes
 * far more operations.
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
 * as large; the same computation then gives the polynomial's majorant M. A term passes through
 * three roundings for each of its at most D factors v, at most n sums at each of the at most D + n
 * + 1 places on its way, and in the end n products and D + n sums. That is less than {@code (D + n
 * + 1) (n + 4)} in all, so the result is off by at most gamma of that times M.
 *
 * <p>Underflow: each product may lose half a subnormal more. What is lost in k_q / (n + |k|) times
 * v_iq is multiplied by G_(k - e_q) first, at most {@code reach^(k - e_q)}. What is lost at j
 * reaches k >= j times at most {@code w_k / (w_j w_(k-j)) reach^(k-j)}, where the weights' quotient
 * is at most {@code binomial(n + |j|, n)}, and is then multiplied by the magnitude of the
 * coefficient of z^k. So all factors together are at most the binomial and the polynomial's {@link
 * NestedPolynomial.Majorant#growth}. So is every number of the computation, so that where one
 * overflows this error is infinite.
 */
final class PolynomialMean {
  private final NestedPolynomial polynomial;
  private final int[] lengths;

  /** For each multi-index but the first and each coordinate, where k - e_q is; 0 if k_q is 0. */
  private final int[] parents;

  /** Likewise k_q over n + |k|. */
  private final double[] ratios;

  private final double underflow;

  /**
   * Prepares means of a polynomial.
   *
   * @param lengths for each coordinate one more than its degree
   * @param growth of the polynomial
   * @param forms binomial(n + D, n), D the sum of the degrees
   */
  PolynomialMean(NestedPolynomial polynomial, int[] lengths, double growth, int forms) {
    this.polynomial = polynomial;
    this.lengths = lengths;
    int n = lengths.length;
    int size = 1;
    for (int length : lengths) {
      size *= length;
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
        stride *= lengths[q];
      }
    }
    double products = 3.0 * size * n * (n + 2);
    underflow =
        Rounding.multiplyUp(products * Double.MIN_VALUE, Rounding.multiplyUp(forms, growth));
  }

  /** The next multi-index, the last coordinate first, and its sum. */
  private int advance(int[] index) {
    int q = index.length - 1;
    while (index[q] == lengths[q] - 1) {
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
    int n = lengths.length;
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
    return polynomial.dot(moments, lengths);
  }
}
