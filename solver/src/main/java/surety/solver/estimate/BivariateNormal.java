package surety.solver.estimate;

/**
 * The cdf of two normal numbers, and covariances of {@code max(X, 0)} for normal X, in plain
 * doubles. With standard deviations s, means M, h = M_X / s_X, k = M_Y / s_Y and the correlation
 * rho,
 *
 * <pre>
 *   P(U &lt;= h, V &lt;= k)               = Phi(h) Phi(k)
 *                                     + sign(rho) I(h, sign(rho) k, |rho|) / (2 pi)
 *   E max(X, 0)                     = M Phi(h) + s phi(h)
 *   Cov(max(X, 0), max(Y, 0))       = Cov(X, Y) Phi(h) Phi(k) + s_X s_Y J(h, k, rho) / (2 pi)
 *   J(h, k, rho), rho &lt; 0           = J(h, -k, -rho)
 *   J(h, k, rho) and I(h, k, rho)   = integrals over psi from a = acos(rho) to pi/2 of
 *       exp(-(h - k)^2 / (8 sin^2(psi/2)) - (h + k)^2 / (8 cos^2(psi/2))),
 *       with J's integrand times 2 sin((psi + a)/2) sin((psi - a)/2)
 * </pre>
 *
 * <p>Both are integrals of derivatives with respect to the correlation (Price's theorem), so
 * nothing cancels, as it does in the closed form of the paper on means and variances of networks
 * with one hidden layer. They are taken by Gauss and Legendre's rule on pieces that halve towards
 * 0: on an ellipse around each the integrand is at most some 3.3, whatever h and k are.
 *
 * <p>The kernel's {@link surety.certificates.gaussian.BivariateNormal} encloses the same integrals,
 * with an error of some 1e-16 whatever they are. Here small ones keep their digits: of a neuron
 * that fires once in 1e12 times the variance is one, too, and in the middle of an enclosure it is
 * lost.
 */
final class BivariateNormal {
  private static final double LEAST_ANGLE = 0x1p-45;
  private static final GaussLegendre RULE = new GaussLegendre(14);

  private BivariateNormal() {}

  /** E max(X, 0); the deviation is positive. */
  static double rectifiedMean(double mean, double deviation) {
    double h = mean / deviation;
    return mean * NormalLaw.phi(h) + deviation * NormalLaw.standardDensity(h);
  }

  /** J; of a correlation that rounding took beyond 1 that of 1. */
  static double j(double h, double k, double correlation) {
    return integral(h, correlation < 0 ? -k : k, Math.min(1, Math.abs(correlation)), true);
  }

  /** The probability that two standard normal numbers are at most h and k. */
  static double cdf(double h, double k, double correlation) {
    if (Double.isInfinite(h) || Double.isInfinite(k)) {
      return NormalLaw.phi(h) * NormalLaw.phi(k);
    }
    double sign = correlation < 0 ? -1 : 1;
    double i = integral(h, sign * k, Math.min(1, Math.abs(correlation)), false);
    double sum = NormalLaw.phi(h) * NormalLaw.phi(k) + sign * i / (2 * Math.PI);
    return Math.max(0, Math.min(1, sum));
  }

  private static double integral(double h, double other, double rho, boolean hasSines) {
    double least = Math.atan2(Math.sqrt((1 - rho) * (1 + rho)), rho);
    double difference = (h - other) * (h - other) / 8;
    double sum = (h + other) * (h + other) / 8;
    double integral = 0;
    double upper = Math.PI / 2;
    while (upper > least && upper > LEAST_ANGLE) {
      double lower = Math.max(least, upper / 2);
      integral +=
          RULE.integrate(
              psi -> {
                double sine = Math.sin(psi / 2);
                double square = sine * sine;
                double power = Math.exp(-difference / square - sum / (1 - square));
                return hasSines
                    ? 2 * Math.sin((psi + least) / 2) * Math.sin((psi - least) / 2) * power
                    : power;
              },
              lower,
              upper);
      upper = lower;
    }
    return integral;
  }
}
