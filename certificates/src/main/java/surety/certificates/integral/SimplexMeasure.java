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
 * 1, whose mean is the share under the uniform density.
 */
public final class SimplexMeasure {
  private final BernsteinForm form;
  private final double negative;
  private final double volumeLower;
  private final double volumeUpper;
  private final double absolute;
  private final Mean whole;

  /**
   * A simplex.
   *
   * @param form of the density over it
   * @param volumeLower volume of the simplex in z, rounded down
   * @param volumeUpper the same rounded up
   */
  public SimplexMeasure(BernsteinForm form, double volumeLower, double volumeUpper) {
    this.form = form;
    this.negative = negative(form.coefficients());
    this.volumeLower = volumeLower;
    this.volumeUpper = volumeUpper;
    this.absolute =
        Rounding.multiplyUp(
            VarsiRecursion.absoluteError(knots()), Rounding.addUp(1, form.largest()));
    this.whole = mean(sum(form.coefficients()), 1, form.coefficients().length);
  }

  /** The largest magnitude of a negative coefficient. */
  private static double negative(double[] coefficients) {
    double negative = 0;
    for (double coefficient : coefficients) {
      negative = Math.max(negative, -coefficient);
    }
    return negative;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private int knots() {
    return form.basis().vertices() + form.degree();
  }

  /** Lower bound of the mass. */
  public double massLower() {
    return lower(whole, form.degree() == 0);
  }

  /** Upper bound of the mass. */
  public double massUpper() {
    return upper(whole, form.degree() == 0);
  }

  /** Lower bound of the mass below the threshold for which the recursion was prepared. */
  public double belowLower(VarsiRecursion prepared) {
    if (prepared.isNone()) {
      return 0;
    }
    return prepared.isAll() ? massLower() : lower(below(prepared), false);
  }

  /** Upper bound of the mass below the threshold for which the recursion was prepared. */
  public double belowUpper(VarsiRecursion prepared) {
    if (prepared.isNone()) {
      return 0;
    }
    return prepared.isAll() ? massUpper() : upper(below(prepared), false);
  }

  /**
   * Mean of the form's terms and of the shares.
   *
   * @param relative bound of the rounding errors, as a multiple of the magnitude or the share
   */
  private record Mean(double value, double share, double relative) {}

  private Mean below(VarsiRecursion prepared) {
    double share = prepared.uniform();
    if (form.degree() == 0) {
      return mean(form.coefficients()[0] * share, share, 6 * knots() + 1);
    }
    RecursionPlan plan = form.basis().plan(form.degree(), prepared.belowMask());
    return mean(prepared.sum(form.coefficients(), plan), share, plan.roundings());
  }

  /**
   * Divides a sum by the number of terms.
   *
   * @param roundings through which each summand went
   */
  private Mean mean(double sum, double share, int roundings) {
    // one more for the division; twice that because it is applied to what was computed:
    // gamma_m / (1 - gamma_m) <= gamma_2m
    double relative = RelativeError.gamma(2 * (roundings + 1));
    return new Mean(sum / form.coefficients().length, share, relative);
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

  /**
   * How far the mean of density times share may be from the computed one. The mean of the terms'
   * absolute values is at most that of the terms and twice the mean of the negative ones, and each
   * of these is at most the largest negative coefficient times its share.
   */
  private double deviation(Mean mean, boolean exact) {
    double share = Math.min(1, Rounding.multiplyUp(mean.share, Rounding.addUp(1, mean.relative)));
    double ofDensity =
        Rounding.multiplyUp(form.error(), exact ? 1 : Rounding.addUp(share, absolute));
    if (exact) {
      return ofDensity;
    }
    double magnitude = Rounding.addUp(mean.value, Rounding.multiplyUp(2 * negative, share));
    double ofRounding = Rounding.multiplyUp(mean.relative, Math.max(0, magnitude));
    return Rounding.addUp(Rounding.addUp(ofDensity, ofRounding), absolute);
  }
}
