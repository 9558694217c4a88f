package surety.certificates.integral;

import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;

/**
 * The probability of one simplex and of its part where an affine function stays below a threshold,
 * both in units of the density's {@code 2^scale}.
 *
 * <p>Each Bernstein polynomial of degree D has the integral volume / N over the simplex, N the
 * number of them, and its share below the threshold is Varsi's recursion with repeated knots. So
 * the mass is volume times the mean of the coefficients, and the part below is volume times the
 * mean of coefficient times share; the density's error counts with the same shares of the constant
 * 1.
 */
public final class SimplexMeasure {
  private final double[] coefficients;
  private final int[] exponents;
  private final double error;
  private final double volumeLower;
  private final double volumeUpper;
  private final double relative;
  private final double absolute;
  private final int degree;

  /**
   * A simplex.
   *
   * @param error how far the density may be from the Bernstein form
   * @param volumeLower volume of the simplex in z, rounded down
   * @param volumeUpper the same rounded up
   */
  public SimplexMeasure(
      BernsteinDensity density,
      double[] coefficients,
      double error,
      double volumeLower,
      double volumeUpper) {
    this.coefficients = coefficients;
    this.degree = density.degree();
    this.exponents = density.basis().exponents(degree);
    this.error = error;
    this.volumeLower = volumeLower;
    this.volumeUpper = volumeUpper;
    int knots = density.basis().vertices() + degree;
    // m = shares, a product with a coefficient, the sum of N terms and the division by N; twice m
    // because it is applied to the computed magnitude: gamma_m / (1 - gamma_m) <= gamma_2m
    this.relative = RelativeError.gamma(2 * (6 * knots + coefficients.length + 3));
    this.absolute =
        Rounding.multiplyUp(
            VarsiRecursion.absoluteError(knots), Rounding.addUp(1, density.greatest()));
  }

  /** Lower bound of the mass. */
  public double massLower() {
    return lower(mean(null), degree == 0);
  }

  /** Upper bound of the mass. */
  public double massUpper() {
    return upper(mean(null), degree == 0);
  }

  /** Lower bound of the mass below the threshold for which the recursion was prepared. */
  public double belowLower(VarsiRecursion prepared) {
    if (prepared.isNone()) {
      return 0;
    }
    return prepared.isAll() ? massLower() : lower(mean(prepared), false);
  }

  /** Upper bound of the mass below the threshold for which the recursion was prepared. */
  public double belowUpper(VarsiRecursion prepared) {
    if (prepared.isNone()) {
      return 0;
    }
    return prepared.isAll() ? massUpper() : upper(mean(prepared), false);
  }

  /** Mean of the form's terms, of their absolute values, and of the shares. */
  private record Mean(double value, double magnitude, double share) {}

  private Mean mean(VarsiRecursion prepared) {
    int count = coefficients.length;
    if (degree == 0) {
      double share = prepared == null ? 1 : prepared.uniform();
      double value = coefficients[0] * share;
      return new Mean(value, Math.abs(value), share);
    }
    int vertices = exponents.length / count;
    double value = 0;
    double magnitude = 0;
    double shares = 0;
    for (int a = 0; a < count; a++) {
      double share = prepared == null ? 1 : prepared.dirichlet(exponents, a * vertices);
      double term = coefficients[a] * share;
      value += term;
      magnitude += Math.abs(term);
      shares += share;
    }
    return new Mean(value / count, magnitude / count, shares / count);
  }

  /** {@code exact} says that the mean itself has no rounding error. */
  private double lower(Mean mean, boolean exact) {
    double density = Rounding.subtractDown(mean.value, deviation(mean, exact));
    return density <= 0 ? 0 : Rounding.multiplyDown(volumeLower, density);
  }

  private double upper(Mean mean, boolean exact) {
    double density = Rounding.addUp(mean.value, deviation(mean, exact));
    // a density is not negative, whatever its enclosure
    return density <= 0 ? 0 : Rounding.multiplyUp(volumeUpper, density);
  }

  private double deviation(Mean mean, boolean exact) {
    double share = Math.min(1, Rounding.multiplyUp(mean.share, Rounding.addUp(1, relative)));
    double ofDensity = Rounding.multiplyUp(error, exact ? 1 : Rounding.addUp(share, absolute));
    if (exact) {
      return ofDensity;
    }
    double ofRounding = Rounding.multiplyUp(relative, mean.magnitude);
    return Rounding.addUp(Rounding.addUp(ofDensity, ofRounding), absolute);
  }
}
