package surety.language.ide.hover;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Distribution;
import surety.certificates.density.Exponential;
import surety.certificates.density.Gamma;
import surety.certificates.density.Histogram;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.certificates.density.Triangular;
import surety.certificates.density.Uniform;

/**
 * Mean and standard deviation in plain doubles: to look at, not to prove with. Closed forms where
 * there are any; for a truncated distribution from the masses of small bins.
 */
record Figures(double mean, double deviation) {
  static Figures of(Distribution distribution) {
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
    if (distribution instanceof Histogram d) {
      return ofBins(d);
    }
    return Bins.around(distribution, Bins.MEASURE).figures();
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
