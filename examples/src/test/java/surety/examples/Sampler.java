package surety.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.CauchyDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
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
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.certificates.density.Pareto;
import surety.certificates.density.Polynomial;
import surety.certificates.density.Restricted;
import surety.certificates.density.StudentT;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;
import surety.certificates.density.Weibull;
import surety.certificates.statement.Law;

/**
 * Draws network inputs as a statement distributes them: a branch and a summand by the weights, each
 * coordinate by its distribution. What falls outside of a restricted density is drawn anew as a
 * whole, which is what restricting means. It takes its samples from Commons Math and knows nothing
 * of the kernel's densities, so the two can disagree.
 */
final class Sampler {
  /** One summand of one branch: its coordinates, and the inputs as functions of them. */
  private static final class Part {
    private final List<DoubleSupplier> coordinates;
    private final double[][] factors;
    private final double[] constants;

    private Part(List<DoubleSupplier> coordinates, double[][] factors, double[] constants) {
      this.coordinates = coordinates;
      this.factors = factors;
      this.constants = constants;
    }

    static Part of(Law.Branch branch, Law.Summand summand, RandomGenerator random) {
      List<Law.InputMap> inputs = branch.inputs();
      double[][] factors = new double[inputs.size()][branch.dimension()];
      for (int i = 0; i < factors.length; i++) {
        for (Law.Term term : inputs.get(i).terms()) {
          factors[i][term.coordinate()] = number(term.coefficient());
        }
      }
      return new Part(
          summand.coordinates().stream().map(d -> Sampler.of(d, random)).toList(),
          factors,
          inputs.stream().mapToDouble(input -> number(input.constant())).toArray());
    }

    /** Inputs; none where a coordinate is outside. */
    double[] next() {
      double[] u = coordinates.stream().mapToDouble(DoubleSupplier::getAsDouble).toArray();
      double[] x = constants.clone();
      for (int i = 0; i < x.length; i++) {
        for (int q = 0; q < u.length; q++) {
          x[i] += factors[i][q] * u[q];
        }
      }
      return Arrays.stream(u).anyMatch(Double::isNaN) ? new double[0] : x;
    }
  }

  private final RandomGenerator random;
  private final List<Part> parts = new ArrayList<>();

  /** The sum of the weights up to each part. */
  private final double[] sums;

  Sampler(Law law, long seed) {
    random = new Well19937c(seed);
    List<Double> weights = new ArrayList<>();
    for (Law.Branch branch : law.branches()) {
      for (Law.Summand summand : branch.summands()) {
        parts.add(Part.of(branch, summand, random));
        weights.add(number(summand.weight()));
      }
    }
    sums = weights.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.parallelPrefix(sums, Double::sum);
  }

  /** The next input of the network. */
  double[] next() {
    double[] x = new double[0];
    while (x.length == 0) {
      x = part().next();
    }
    return x;
  }

  private Part part() {
    if (sums.length == 1) {
      return parts.get(0);
    }
    int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return parts.get(Math.min(place < 0 ? -place - 1 : place + 1, sums.length - 1));
  }

  private static DoubleSupplier of(Distribution distribution, RandomGenerator random) {
    if (distribution instanceof Restricted restricted) {
      return restricted(restricted, random);
    }
    if (distribution instanceof Uniform uniform) {
      double lower = number(uniform.lower());
      double width = number(uniform.upper().minus(uniform.lower()));
      return () -> lower + width * random.nextDouble();
    }
    if (distribution instanceof Beta beta) {
      return new BetaDistribution(random, number(beta.alpha()), number(beta.beta()))::sample;
    }
    if (distribution instanceof Normal normal) {
      return new NormalDistribution(random, number(normal.mean()), number(normal.deviation()))
          ::sample;
    }
    if (distribution instanceof NormalOfVariance normal) {
      double deviation = Math.sqrt(number(normal.variance()));
      return new NormalDistribution(random, number(normal.mean()), deviation)::sample;
    }
    if (distribution instanceof Exponential exponential) {
      return new ExponentialDistribution(random, 1 / number(exponential.rate()))::sample;
    }
    if (distribution instanceof Gamma gamma) {
      return new GammaDistribution(random, number(gamma.shape()), number(gamma.scale()))::sample;
    }
    if (distribution instanceof Triangular triangular) {
      return new TriangularDistribution(
              random,
              number(triangular.lower()),
              number(triangular.mode()),
              number(triangular.upper()))
          ::sample;
    }
    if (distribution instanceof Histogram histogram) {
      return histogram(histogram, random);
    }
    return distribution instanceof Truncated truncated
        ? truncated(truncated, random)
        : ofOther(distribution, random);
  }

  private static DoubleSupplier ofOther(Distribution distribution, RandomGenerator random) {
    if (distribution instanceof LogNormal d) {
      return new LogNormalDistribution(random, number(d.mu()), number(d.sigma()))::sample;
    }
    if (distribution instanceof Weibull d) {
      return new WeibullDistribution(random, number(d.shape()), number(d.scale()))::sample;
    }
    if (distribution instanceof Logistic d) {
      return new LogisticDistribution(random, number(d.mean()), number(d.scale()))::sample;
    }
    if (distribution instanceof Laplace d) {
      return new LaplaceDistribution(random, number(d.mean()), number(d.scale()))::sample;
    }
    if (distribution instanceof StudentT d) {
      TDistribution standard = new TDistribution(random, number(d.freedom()));
      return () -> number(d.median()) + number(d.scale()) * standard.sample();
    }
    if (distribution instanceof Cauchy d) {
      return new CauchyDistribution(random, number(d.median()), number(d.scale()))::sample;
    }
    if (distribution instanceof Pareto d) {
      return new ParetoDistribution(random, number(d.minimum()), number(d.shape()))::sample;
    }
    if (distribution instanceof Polynomial d) {
      return polynomial(d, random);
    }
    throw new IllegalArgumentException("no samples of " + distribution.canonical());
  }

  /** Under the density, by rejection from the box between 0 and a bound of all its pieces. */
  private static DoubleSupplier polynomial(Polynomial d, RandomGenerator random) {
    double[] edges = d.edges().stream().mapToDouble(Sampler::number).toArray();
    double[][] pieces =
        d.coefficients().stream()
            .map(piece -> piece.stream().mapToDouble(Sampler::number).toArray())
            .toArray(double[][]::new);
    double reach = Math.max(Math.abs(edges[0]), Math.abs(edges[pieces.length]));
    double top =
        Arrays.stream(pieces)
            .mapToDouble(piece -> horner(Arrays.stream(piece).map(Math::abs).toArray(), reach))
            .max()
            .orElseThrow();
    return () -> {
      while (true) {
        double x = edges[0] + (edges[pieces.length] - edges[0]) * random.nextDouble();
        int piece = 0;
        while (piece < pieces.length - 1 && x >= edges[piece + 1]) {
          piece++;
        }
        if (top * random.nextDouble() < horner(pieces[piece], x)) {
          return x;
        }
      }
    };
  }

  private static double horner(double[] coefficients, double x) {
    double value = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      value = value * x + coefficients[k];
    }
    return value;
  }

  /** A bin by its weight, then a place in it. */
  private static DoubleSupplier histogram(Histogram histogram, RandomGenerator random) {
    double[] edges = histogram.edges().stream().mapToDouble(Sampler::number).toArray();
    double[] weights = histogram.weights().stream().mapToDouble(Sampler::number).toArray();
    return () -> {
      double rest = random.nextDouble();
      int bin = 0;
      while (bin < weights.length - 1 && rest >= weights[bin]) {
        rest -= weights[bin];
        bin++;
      }
      return edges[bin] + (edges[bin + 1] - edges[bin]) * random.nextDouble();
    };
  }

  /** By rejection: the definition of truncating. Only for intervals that are not too unlikely. */
  private static DoubleSupplier truncated(Truncated truncated, RandomGenerator random) {
    DoubleSupplier base = of(truncated.base(), random);
    double lower = truncated.lower().map(Sampler::number).orElse(Double.NEGATIVE_INFINITY);
    double upper = truncated.upper().map(Sampler::number).orElse(Double.POSITIVE_INFINITY);
    return () -> {
      double sample = base.getAsDouble();
      while (sample < lower || sample > upper) {
        sample = base.getAsDouble();
      }
      return sample;
    };
  }

  /** No number where it is outside. */
  private static DoubleSupplier restricted(Restricted restricted, RandomGenerator random) {
    DoubleSupplier base = of(restricted.base(), random);
    double lower = restricted.lower().map(Sampler::number).orElse(Double.NEGATIVE_INFINITY);
    double upper = restricted.upper().map(Sampler::number).orElse(Double.POSITIVE_INFINITY);
    return () -> {
      double sample = base.getAsDouble();
      return sample < lower || sample > upper ? Double.NaN : sample;
    };
  }

  private static double number(Rational rational) {
    return rational.doubleFloor();
  }
}
