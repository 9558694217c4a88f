package surety.language.fit;

/** The logarithm of a weighted normal density, in doubles. */
final class LogDensity {
  private final double[] mean;

  /** The lower triangular L with L L' = covariance. */
  private final double[][] factor;

  /** The logarithm at the mean. */
  private final double constant;

  private LogDensity(double[] mean, double[][] factor, double constant) {
    this.mean = mean;
    this.factor = factor;
    this.constant = constant;
  }

  static LogDensity of(ExpectationMaximization.Component component) {
    int n = component.mean().length;
    double[][] factor = new double[n][n];
    double constant = StrictMath.log(component.weight()) - n * StrictMath.log(2 * Math.PI) / 2;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        double rest = component.covariance()[i][k];
        for (int q = 0; q < k; q++) {
          rest -= factor[i][q] * factor[k][q];
        }
        factor[i][k] = i == k ? Math.sqrt(rest) : rest / factor[k][k];
      }
      constant -= StrictMath.log(factor[i][i]);
    }
    return new LogDensity(component.mean(), factor, constant);
  }

  double at(double[] x) {
    double[] solved = new double[mean.length];
    double squares = 0;
    for (int i = 0; i < mean.length; i++) {
      double rest = x[i] - mean[i];
      for (int q = 0; q < i; q++) {
        rest -= factor[i][q] * solved[q];
      }
      solved[i] = rest / factor[i][i];
      squares += solved[i] * solved[i];
    }
    return constant - squares / 2;
  }
}
