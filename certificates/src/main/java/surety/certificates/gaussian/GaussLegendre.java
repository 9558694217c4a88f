package surety.certificates.gaussian;

/**
 * The quadrature of Gauss and Legendre with {@value #NODES} nodes on [-1, 1]. Nodes and weights are
 * the nearest doubles of the exact ones, and so within half a unit in the last place of them: a
 * test finds the exact ones between their neighbours, by changes of sign of the polynomial over the
 * rationals.
 */
final class GaussLegendre {
  static final int NODES = 14;

  private static final double[] POSITIVE = {
    0.10805494870734367,
    0.31911236892788974,
    0.5152486363581541,
    0.6872929048116855,
    0.827201315069765,
    0.9284348836635735,
    0.9862838086968123
  };

  private static final double[] WEIGHTS = {
    0.2152638534631578,
    0.2051984637212956,
    0.18553839747793782,
    0.15720316715819355,
    0.12151857068790319,
    0.08015808715976021,
    0.03511946033175186
  };

  private GaussLegendre() {}

  /** Node i, from 0 on, in no order. */
  static double node(int i) {
    return i % 2 == 0 ? POSITIVE[i / 2] : -POSITIVE[i / 2];
  }

  /** The weight of node i. */
  static double weight(int i) {
    return WEIGHTS[i / 2];
  }

  /**
   * At least the error of the quadrature of a function that is analytic, and of magnitude at most
   * 1, inside the ellipse with foci -1 and 1 whose half axes have the sum R.
   *
   * <p><em>Why it is sound.</em> Such a function has Chebyshev coefficients of magnitude at most 2
   * R^-k for k >= 1 (Trefethen, <i>Approximation Theory and Approximation Practice</i>, theorem
   * 8.1). With N nodes the quadrature is exact for polynomials up to degree 2N - 1 and, as its
   * nodes are symmetric, for all odd ones. An even Chebyshev polynomial of degree k >= 2N has the
   * integral 2 / (1 - k^2) and is at most 1 in magnitude, while the weights are positive with the
   * sum 2: so its error is at most {@code 2 + 2 / (k^2 - 1) <= 2 + 2 / (4 N^2 - 1)}. Hence the
   * error is at most {@code 2 (2 + 2 / (4 N^2 - 1)) (R^-2N + R^-(2N+2) + ...)}, a geometric series.
   *
   * @param inverse at least R^-2, below 1/2
   */
  static double error(double inverse) {
    double power = 1;
    for (int k = 0; k < NODES; k++) {
      power *= inverse;
    }
    // 2 (2 + 2/783) = 4.00511; what is rounded here is far below what is added to it
    return 4.0052 * power / (1 - inverse) + Double.MIN_NORMAL;
  }
}
