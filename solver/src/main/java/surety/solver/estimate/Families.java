package surety.solver.estimate;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.CauchyDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Cauchy;
import surety.certificates.density.Distribution;
import surety.certificates.density.Exponential;
import surety.certificates.density.Gamma;
import surety.certificates.density.Histogram;
import surety.certificates.density.Laplace;
import surety.certificates.density.LogNormal;
import surety.certificates.density.Logistic;
import surety.certificates.density.Marginal;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.certificates.density.Pareto;
import surety.certificates.density.Polynomial;
import surety.certificates.density.Restricted;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.density.StudentT;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;
import surety.certificates.density.Weibull;

/**
 * The stated distributions as those of Commons Math, in plain doubles. Where a mean or a variance
 * does not exist it is NaN or infinite. What is restricted to a part is here the distribution on
 * the condition that the value lies in that part.
 */
final class Families {
  private final RandomGenerator random;

  /** Samples will come from this generator. */
  Families(RandomGenerator random) {
    this.random = random;
  }

  /** The mass of what a density is restricted to; 1 if it is not restricted. */
  static double mass(Distribution distribution) {
    if (!(distribution instanceof Restricted)) {
      return 1;
    }
    Marginal marginal = Marginal.of(distribution);
    return marginal
        .mass(
            Interval.of(marginal.domainLower().lower()),
            Interval.of(marginal.domainUpper().upper()))
        .toInterval()
        .middle();
  }

  /** The distribution with these parameters, rounded. */
  RealDistribution of(Distribution distribution) {
    if (distribution instanceof Uniform d) {
      return new UniformRealDistribution(random, number(d.lower()), number(d.upper()));
    }
    if (distribution instanceof Normal d) {
      return new NormalDistribution(random, number(d.mean()), number(d.deviation()));
    }
    if (distribution instanceof NormalOfVariance d) {
      double deviation = Math.sqrt(number(d.variance()));
      return new NormalDistribution(random, number(d.mean()), deviation);
    }
    boolean isPart = distribution instanceof Truncated || distribution instanceof Restricted;
    if (isPart && PanelDistribution.base(distribution) instanceof Uniform) {
      StandardCoordinate exact = Marginal.of(distribution).exact();
      return new UniformRealDistribution(
          random,
          number(exact.input(exact.lower().orElseThrow())),
          number(exact.input(exact.upper().orElseThrow())));
    }
    if (isPart || distribution instanceof Histogram || distribution instanceof Polynomial) {
      return PanelDistribution.of(distribution, this, random);
    }
    return distribution instanceof StudentT d
        ? new StudentDistribution(
            random, number(d.freedom()), number(d.median()), number(d.scale()))
        : ofOther(distribution);
  }

  private RealDistribution ofOther(Distribution distribution) {
    if (distribution instanceof Beta d) {
      return new BetaDistribution(random, number(d.alpha()), number(d.beta()));
    }
    if (distribution instanceof Exponential d) {
      return new ExponentialDistribution(random, 1 / number(d.rate()));
    }
    if (distribution instanceof Gamma d) {
      return new GammaDistribution(random, number(d.shape()), number(d.scale()));
    }
    if (distribution instanceof Triangular d) {
      return new TriangularDistribution(
          random, number(d.lower()), number(d.mode()), number(d.upper()));
    }
    if (distribution instanceof LogNormal d) {
      return new LogNormalDistribution(random, number(d.mu()), number(d.sigma()));
    }
    if (distribution instanceof Weibull d) {
      return new WeibullDistribution(random, number(d.shape()), number(d.scale()));
    }
    if (distribution instanceof Logistic d) {
      return new LogisticDistribution(random, number(d.mean()), number(d.scale()));
    }
    if (distribution instanceof Laplace d) {
      return new LaplaceDistribution(random, number(d.mean()), number(d.scale()));
    }
    if (distribution instanceof Cauchy d) {
      return new CauchyDistribution(random, number(d.median()), number(d.scale()));
    }
    Pareto d = (Pareto) distribution;
    return new ParetoDistribution(random, number(d.minimum()), number(d.shape()));
  }

  /** The middle of the doubles around a number. */
  static double number(Rational rational) {
    return Interval.of(rational).middle();
  }
}
