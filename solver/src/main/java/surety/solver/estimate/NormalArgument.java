package surety.solver.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Section;

/**
 * An activation f of a normal number X = M + s Z: its mean, its mean slope, and its covariance with
 * another one, g(Y).
 *
 * <p>A piecewise linear activation is the sum of a straight line and of hinges {@code c_k max(X -
 * t_k, 0)}. By {@link BivariateNormal} and as {@code Cov(X, g(Y)) = E g'(Y) Cov(X, Y)} (Stein),
 *
 * <pre>
 *   Cov(f(X), g(Y)) = E f'(X) E g'(Y) Cov(X, Y)
 *                     + s_X s_Y / (2 pi)
 *                       sum over k, l of c_k c_l J((M_X - t_k)/s_X, (M_Y - t_l)/s_Y, rho)
 * </pre>
 *
 * <p>Of other activations, with the normalised Hermite polynomials h_n,
 *
 * <pre>
 *   a_n = E f(M + s Z) h_n(Z),   E f(X) = a_0,   E f'(X) = a_1 / s,
 *   Cov(f(X), g(Y)) = sum over n &gt;= 1 of rho^n a_n b_n
 * </pre>
 *
 * <p>(Mehler). With as many terms as nodes that is what a product rule of Gauss and Hermite gives
 * for the double integral, at the cost of single integrals, one for each activation and term. These
 * are by Gauss and Legendre's rule on pieces, cut where sections of the activation meet. What is
 * left out of the sum is at most a power of |rho| times the roots of what both series lack of the
 * variances; a variance itself is a single integral.
 */
final class NormalArgument {
  /** Coefficients of a series. */
  private static final int TERMS = 96;

  /** What a normal law has beyond so many deviations is left out. */
  private static final double FARTHEST = 9;

  private static final GaussLegendre RULE = new GaussLegendre(8);

  private final Activation activation;
  private final double argument;
  private final double deviation;
  private final double mean;
  private final double meanSlope;
  private final StraightPieces pieces;
  private final boolean isStraight;
  private final List<Hinge> hinges;

  /** Of a series; none before they are asked for. */
  private double[] coefficients = new double[0];

  private final double variance;

  /**
   * {@code change max(X - t, 0)}.
   *
   * @param standard (M - t) / s
   */
  private record Hinge(double change, double standard) {}

  /** The activation of a number with this mean and variance. */
  NormalArgument(Activation activation, double argument, double variance) {
    this.activation = activation;
    this.argument = argument;
    this.deviation = Math.sqrt(Math.max(0, variance));
    this.pieces = new StraightPieces(activation);
    this.isStraight = StraightPieces.areAllOf(activation);
    boolean isSeries = !isStraight && deviation > 0;
    this.hinges = isStraight && deviation > 0 ? hinges() : List.of();
    if (deviation == 0) {
      this.mean = activation.apply(argument);
      this.meanSlope = activation.slope(argument);
    } else {
      this.mean = isSeries ? series()[0] : meanOfHinges();
      this.meanSlope = isSeries ? series()[1] / deviation : meanSlopeOfHinges();
    }
    this.variance = isSeries ? varianceOfSeries() : ofHinges(this, deviation * deviation);
    if (!Double.isFinite(mean) || !Double.isFinite(meanSlope) || !Double.isFinite(this.variance)) {
      throw new EstimateException(
          "%s has no finite moments of a normal argument, so they cannot be matched; use sampling"
              .formatted(activation.name()));
    }
  }

  private List<Hinge> hinges() {
    List<Hinge> found = new ArrayList<>();
    for (int k = 1; k < pieces.count(); k++) {
      double change = pieces.slope(k) - pieces.slope(k - 1);
      found.add(new Hinge(change, (argument - pieces.from(k)) / deviation));
    }
    return found;
  }

  private double meanOfHinges() {
    double at = hinges.isEmpty() ? 0 : pieces.from(1);
    double sum = activation.apply(at) + pieces.slope(0) * (argument - at);
    for (Hinge hinge : hinges) {
      sum += hinge.change * BivariateNormal.rectifiedMean(hinge.standard * deviation, deviation);
    }
    return sum;
  }

  private double meanSlopeOfHinges() {
    double sum = pieces.slope(0);
    for (Hinge hinge : hinges) {
      sum += hinge.change * NormalLaw.phi(hinge.standard);
    }
    return sum;
  }

  private double ofHinges(NormalArgument other, double covariance) {
    double product = deviation * other.deviation;
    double sum = 0;
    for (Hinge hinge : hinges) {
      for (Hinge theirs : other.hinges) {
        double j = BivariateNormal.j(hinge.standard, theirs.standard, covariance / product);
        sum += hinge.change * theirs.change * j;
      }
    }
    return meanSlope * other.meanSlope * covariance + product * sum / (2 * Math.PI);
  }

  /** E f(X). */
  double mean() {
    return mean;
  }

  /** E f'(X). */
  double meanSlope() {
    return meanSlope;
  }

  /** Var f(X). */
  double variance() {
    return variance;
  }

  private boolean isAffine() {
    return isStraight && hinges.isEmpty();
  }

  /** Cov(f(X), g(Y)) for a covariance of X and Y. */
  double covariance(NormalArgument other, double covariance) {
    if (covariance == 0 || deviation == 0 || other.deviation == 0) {
      return 0;
    }
    if (isStraight && other.isStraight) {
      return ofHinges(other, covariance);
    }
    if (isAffine() || other.isAffine()) {
      return meanSlope * other.meanSlope * covariance;
    }
    double rho = Math.max(-1, Math.min(1, covariance / (deviation * other.deviation)));
    double[] ours = series();
    double[] theirs = other.series();
    double sum = 0;
    double power = 1;
    for (int n = 1; n < TERMS; n++) {
      power *= rho;
      sum += power * ours[n] * theirs[n];
    }
    return sum;
  }

  private double[] series() {
    if (coefficients.length == 0) {
      double[] sums = new double[TERMS];
      double[] ends = ends();
      for (int k = 1; k < ends.length; k++) {
        RULE.forEach(ends[k - 1], ends[k], (z, weight) -> addTerms(z, weight, sums));
      }
      coefficients = sums;
    }
    return coefficients;
  }

  private double applied(double z) {
    return activation.apply(argument + deviation * z);
  }

  private void addTerms(double z, double weight, double[] sums) {
    double term = weight * NormalLaw.standardDensity(z) * applied(z);
    double before = 0;
    double hermite = 1;
    for (int n = 0; n < TERMS; n++) {
      sums[n] += term * hermite;
      double next = (z * hermite - Math.sqrt(n) * before) / Math.sqrt(n + 1);
      before = hermite;
      hermite = next;
    }
  }

  private double varianceOfSeries() {
    double sum = 0;
    double[] ends = ends();
    for (int k = 1; k < ends.length; k++) {
      sum +=
          RULE.integrate(
              z -> {
                double off = applied(z) - mean;
                return NormalLaw.standardDensity(z) * off * off;
              },
              ends[k - 1],
              ends[k]);
    }
    return sum;
  }

  /** Closer around the points where sections meet: a steep activation bends there. */
  private double[] ends() {
    TreeSet<Double> ends = new TreeSet<>();
    for (double z = -FARTHEST; z <= FARTHEST; z += 0.5) {
      ends.add(z);
    }
    for (Section section : activation.sections()) {
      double z = (section.from() - argument) / deviation;
      for (double off = 0.25; off > 1e-3 && Math.abs(z) < FARTHEST; off /= 2) {
        ends.add(z - off);
        ends.add(z + off);
      }
      if (Math.abs(z) < FARTHEST) {
        ends.add(z);
      }
    }
    return ends.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
