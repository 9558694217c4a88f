package surety.solver.estimate;

import org.apache.commons.math3.distribution.NormalDistribution;

/** A normal law, or a constant if the deviation is 0. */
record NormalLaw(double mean, double deviation) implements ScalarLaw {
  private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

  @Override
  public double cdf(double t) {
    if (deviation == 0) {
      return t >= mean ? 1 : 0;
    }
    return phi((t - mean) / deviation);
  }

  @Override
  public double density(double t) {
    return deviation == 0 ? 0 : STANDARD.density((t - mean) / deviation) / deviation;
  }

  /** The standard normal cdf. */
  static double phi(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  /** The standard normal density. */
  static double standardDensity(double z) {
    return STANDARD.density(z);
  }
}
