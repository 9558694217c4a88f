package surety.solver.estimate;

/** Samples, ascending, each with the same probability. */
final class EmpiricalLaw implements ScalarLaw {
  private final double[] sorted;
  private final double mean;
  private final double deviation;

  EmpiricalLaw(double[] sorted, double mean, double deviation) {
    this.sorted = sorted;
    this.mean = mean;
    this.deviation = deviation;
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double deviation() {
    return deviation;
  }

  @Override
  public double cdf(double t) {
    return shareAtMost(sorted, t);
  }

  /** The share of ascending numbers that are at most t. */
  static double shareAtMost(double[] sorted, double t) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= t) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / sorted.length;
  }

  /** From the share around t, in a range that is narrower for more samples. */
  @Override
  public double density(double t) {
    double width = deviation / Math.cbrt(sorted.length);
    return width > 0 ? (cdf(t + width) - cdf(t - width)) / (2 * width) : 0;
  }
}
