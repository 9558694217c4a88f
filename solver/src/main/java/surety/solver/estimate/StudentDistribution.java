package surety.solver.estimate;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Student's distribution with a median and a scale. Samples are a normal over the root of a
 * chi-squared variable; that of Commons Math inverts the cdf for each, which takes long.
 */
final class StudentDistribution extends ConnectedDistribution {
  private static final long serialVersionUID = 1L;

  private final TDistribution standard;
  private final ChiSquaredDistribution square;
  private final double freedom;
  private final double median;
  private final double scale;

  StudentDistribution(RandomGenerator random, double freedom, double median, double scale) {
    super(random);
    this.standard = new TDistribution(random, freedom);
    this.square = new ChiSquaredDistribution(random, freedom);
    this.freedom = freedom;
    this.median = median;
    this.scale = scale;
  }

  @Override
  public double density(double x) {
    return standard.density((x - median) / scale) / scale;
  }

  @Override
  public double cumulativeProbability(double x) {
    return standard.cumulativeProbability((x - median) / scale);
  }

  @Override
  public double inverseCumulativeProbability(double p) {
    return median + scale * standard.inverseCumulativeProbability(p);
  }

  @Override
  public double sample() {
    return median + scale * random.nextGaussian() / Math.sqrt(square.sample() / freedom);
  }

  @Override
  public double getNumericalMean() {
    return freedom > 1 ? median : Double.NaN;
  }

  @Override
  public double getNumericalVariance() {
    return scale * scale * standard.getNumericalVariance();
  }

  @Override
  public double getSupportLowerBound() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double getSupportUpperBound() {
    return Double.POSITIVE_INFINITY;
  }
}
