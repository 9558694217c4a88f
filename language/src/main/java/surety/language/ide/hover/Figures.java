package surety.language.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import surety.certificates.density.StudentT;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;
import surety.certificates.density.Weibull;
import surety.language.translation.PolynomialMoments;

/**
 * Mean and standard deviation in plain doubles: to look at, not to prove with. Closed forms where
 * there are any; for a truncated distribution from the masses of small bins.
 *
 * @param mean infinite if one tail is too heavy, and not a number if both are
 * @param deviation infinite if a tail is too heavy, and not a number without a mean
 */
record Figures(double mean, double deviation) {
  private static final Figures NONE = new Figures(Double.NaN, Double.NaN);

  static Figures of(Distribution distribution) {
    if (distribution instanceof Truncated d) {
      return truncated(d);
    }
    if (distribution instanceof Histogram d) {
      return ofBins(d);
    }
    if (distribution instanceof Polynomial d) {
      return polynomial(d);
    }
    return Double.isInfinite(tailPower(distribution))
        ? ofLightTails(distribution)
        : ofHeavyTails(distribution);
  }

  /** The moments of this order and above are infinite; none are where it is infinite. */
  private static double tailPower(Distribution distribution) {
    if (distribution instanceof StudentT d) {
      return at(d.freedom());
    }
    if (distribution instanceof Pareto d) {
      return at(d.shape());
    }
    return distribution instanceof Cauchy ? 1 : Double.POSITIVE_INFINITY;
  }

  private static Figures ofHeavyTails(Distribution distribution) {
    double k = tailPower(distribution);
    if (distribution instanceof Pareto d) {
      double factor = k > 2 ? Math.sqrt(k / (k - 2)) : Double.POSITIVE_INFINITY;
      double least = k > 1 ? at(d.minimum()) / (k - 1) : Double.POSITIVE_INFINITY;
      return new Figures(k * least, factor * least);
    }
    return distribution instanceof StudentT d && k > 1
        ? new Figures(
            at(d.median()),
            k > 2 ? at(d.scale()) * Math.sqrt(k / (k - 2)) : Double.POSITIVE_INFINITY)
        : NONE;
  }

  private static Figures truncated(Truncated d) {
    double k = tailPower(d.base());
    boolean isOpenBelow = d.lower().isEmpty() && !(d.base() instanceof Pareto);
    boolean isOpenAbove = d.upper().isEmpty();
    if (k > 2 || (!isOpenBelow && !isOpenAbove)) {
      return Moments.of(d, 2);
    }
    if (isOpenBelow && isOpenAbove) {
      return of(d.base());
    }
    double infinite = Double.POSITIVE_INFINITY;
    return new Figures(
        k > 1 ? Moments.of(d, 1).mean() : isOpenAbove ? infinite : -infinite, infinite);
  }

  private static Figures ofLightTails(Distribution distribution) {
    if (distribution instanceof Uniform d) {
      return new Figures(
          (at(d.lower()) + at(d.upper())) / 2, (at(d.upper()) - at(d.lower())) / Math.sqrt(12));
    }
    if (distribution instanceof Beta d) {
      double a = at(d.alpha());
      double b = at(d.beta());
      return new Figures(a / (a + b), Math.sqrt(a * b / (a + b + 1)) / (a + b));
    }
    if (distribution instanceof Normal d) {
      return new Figures(at(d.mean()), at(d.deviation()));
    }
    if (distribution instanceof NormalOfVariance d) {
      return new Figures(at(d.mean()), Math.sqrt(at(d.variance())));
    }
    if (distribution instanceof Exponential d) {
      return new Figures(1 / at(d.rate()), 1 / at(d.rate()));
    }
    if (distribution instanceof Gamma d) {
      return new Figures(at(d.shape()) * at(d.scale()), Math.sqrt(at(d.shape())) * at(d.scale()));
    }
    if (distribution instanceof Triangular d) {
      return triangular(at(d.lower()), at(d.mode()), at(d.upper()));
    }
    return ofOthers(distribution);
  }

  private static Figures ofOthers(Distribution distribution) {
    if (distribution instanceof LogNormal d) {
      double variance = at(d.sigma()) * at(d.sigma());
      double mean = Math.exp(at(d.mu()) + variance / 2);
      return new Figures(mean, mean * Math.sqrt(Math.expm1(variance)));
    }
    if (distribution instanceof Weibull d) {
      return weibull(at(d.shape()), at(d.scale()));
    }
    if (distribution instanceof Logistic d) {
      return new Figures(at(d.mean()), at(d.scale()) * Math.PI / Math.sqrt(3));
    }
    return distribution instanceof Laplace d
        ? new Figures(at(d.mean()), at(d.scale()) * Math.sqrt(2))
        : Moments.of(distribution, 2);
  }

  private static Figures weibull(double shape, double scale) {
    double first = logGamma(1 + 1 / shape);
    double second = logGamma(1 + 2 / shape);
    return new Figures(
        scale * Math.exp(first),
        scale * Math.exp(second / 2) * Math.sqrt(-Math.expm1(2 * first - second)));
  }

  /** Stirling's series, at an argument of at least 10. */
  private static double logGamma(double x) {
    if (x < 10) {
      return logGamma(x + 1) - Math.log(x);
    }
    double inverse = 1 / x;
    double square = inverse * inverse;
    return (x - 0.5) * Math.log(x)
        - x
        + Math.log(2 * Math.PI) / 2
        + inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
  }

  /** Exactly, where that does not take too many digits. */
  private static Figures polynomial(Polynomial d) {
    Optional<Rational> mean = PolynomialMoments.of(1, d.edges(), d.coefficients());
    Optional<Rational> square = PolynomialMoments.of(2, d.edges(), d.coefficients());
    return mean.isPresent() && square.isPresent()
        ? new Figures(
            at(mean.get()), Math.sqrt(at(square.get().minus(mean.get().times(mean.get())))))
        : Moments.of(d, 2);
  }

  private static Figures triangular(double lower, double mode, double upper) {
    double left = mode - lower;
    double right = upper - mode;
    return new Figures(
        (lower + mode + upper) / 3, Math.sqrt((left * left + left * right + right * right) / 18));
  }

  private static Figures ofBins(Histogram histogram) {
    List<Double> ends = new ArrayList<>();
    histogram.edges().forEach(edge -> ends.add(at(edge)));
    List<Double> masses = new ArrayList<>();
    histogram.weights().forEach(weight -> masses.add(at(weight)));
    return ofBins(
        ends.stream().mapToDouble(Double::doubleValue).toArray(),
        masses.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * Of a density that is constant in each bin.
   *
   * @param ends one more than masses, ascending
   * @param masses they sum to about 1
   */
  static Figures ofBins(double[] ends, double[] masses) {
    double mean = 0;
    double total = 0;
    for (int i = 0; i < masses.length; i++) {
      mean += masses[i] * (ends[i] + ends[i + 1]) / 2;
      total += masses[i];
    }
    mean /= total;
    double variance = 0;
    for (int i = 0; i < masses.length; i++) {
      double middle = (ends[i] + ends[i + 1]) / 2 - mean;
      double width = ends[i + 1] - ends[i];
      variance += masses[i] * (middle * middle + width * width / 12);
    }
    return new Figures(mean, Math.sqrt(variance / total));
  }

  private static double at(Rational number) {
    return number.doubleFloor();
  }
}
