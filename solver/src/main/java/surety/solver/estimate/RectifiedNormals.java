package surety.solver.estimate;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Means and covariances of {@code max(X, 0)} for normal X, in plain doubles. With standard
 * deviations s, means M, h = M_X / s_X, k = M_Y / s_Y and the correlation rho,
 *
 * <pre>
 *   E max(X, 0)                    = M Phi(h) + s phi(h)
 *   Cov(max(X, 0), max(Y, 0))      = Cov(X, Y) Phi(h) Phi(k) + s_X s_Y J(h, k, rho) / (2 pi)
 *   J(h, k, rho), rho &gt;= 0          = integral over psi from acos(rho) to pi/2 of
 *       2 sin((psi + acos rho)/2) sin((psi - acos rho)/2)
 *         exp(-(h - k)^2 / (8 sin^2(psi/2)) - (h + k)^2 / (8 cos^2(psi/2)))
 *   J(h, k, rho), rho &lt; 0          = J(h, -k, -rho)
 * </pre>
 *
 * <p>The covariance is the integral of its derivative with respect to the correlation (Price's
 * theorem), so nothing cancels, as it does in the closed form of the paper on means and variances
 * of networks with one hidden layer. The integral is taken by Gauss and Legendre's rule on pieces
 * that halve towards 0: on an ellipse around each the integrand is at most some 3.3, whatever h and
 * k are.
 */
final class RectifiedNormals {
  private static final double LEAST_ANGLE = 0x1p-45;
  private static final int NODES = 14;
  private static final double[] POINTS = new double[NODES];
  private static final double[] WEIGHTS = new double[NODES];

  static {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
    for (int k = 0; k < NODES; k++) {
      POINTS[k] = rule.getPoint(k);
      WEIGHTS[k] = rule.getWeight(k);
    }
  }

  private RectifiedNormals() {}

  /** E max(X, 0); the deviation is positive. */
  static double mean(double mean, double deviation) {
    double h = mean / deviation;
    return mean * NormalLaw.phi(h) + deviation * NormalLaw.standardDensity(h);
  }

  /** J; of a correlation that rounding took beyond 1 that of 1. */
  static double j(double h, double k, double correlation) {
    double rho = Math.min(1, Math.abs(correlation));
    double other = correlation < 0 ? -k : k;
    double least = Math.atan2(Math.sqrt((1 - rho) * (1 + rho)), rho);
    double difference = (h - other) * (h - other) / 8;
    double sum = (h + other) * (h + other) / 8;
    double integral = 0;
    double upper = Math.PI / 2;
    while (upper > least && upper > LEAST_ANGLE) {
      double lower = Math.max(least, upper / 2);
      double radius = (upper - lower) / 2;
      for (int node = 0; node < NODES; node++) {
        double psi = (lower + upper) / 2 + radius * POINTS[node];
        double sine = Math.sin(psi / 2);
        double square = sine * sine;
        double exponent = -difference / square - sum / (1 - square);
        integral +=
            radius
                * WEIGHTS[node]
                * Math.sin((psi + least) / 2)
                * Math.sin((psi - least) / 2)
                * Math.exp(exponent);
      }
      upper = lower;
    }
    return 2 * integral;
  }
}
