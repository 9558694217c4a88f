package surety.certificates.integral;

import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;

/**
 * Encloses partial moments over a simplex: the integrals of {@code max(t - g, 0) f} and of {@code
 * max(g - t, 0) f} for a density f >= 0 and a form g between affine bounds, in units of the
 * density's {@code 2^scale}.
 *
 * <p>With {@code l <= g <= u} it is {@code max(t - u, 0) <= max(t - g, 0) <= max(t - l, 0)}. For an
 * affine y the integral of {@code max(t - y, 0) f} is that of {@code (t - y) f} over the part of
 * the simplex where y is below t. The product of the affine {@code t - y} and of f's Bernstein form
 * is a form of the next degree, and its integral over the part is what {@link SimplexMeasure}
 * encloses: all that it needs is that the coefficients describe the integrand on that part up to
 * the error, and that the integrand is not negative there; the coefficients may have any sign.
 *
 * <p>On that part {@code t - y} is not negative, so f's error e counts by taking the form's
 * coefficients plus e from above, and less e from below, rounded outward: Bernstein polynomials are
 * not negative and sum up to 1. Each coefficient of the product is a convex combination of products
 * of {@code t - y_i} and such a coefficient; it goes through at most {@code n + 5} roundings
 * (weight, difference, two products, n + 1 sums), so it is off by at most gamma of that times the
 * largest {@code |t - y_i|} times the largest coefficient; and in each of its n + 1 terms the first
 * product may lose half a smallest subnormal, which is then multiplied by a coefficient, and the
 * second another half. That is the product's error.
 *
 * <p>One thread at a time.
 */
public final class PartialMoments {
  private final BernsteinForm form;
  private final double volumeLower;
  private final double volumeUpper;
  private final VarsiRecursion recursion;

  /**
   * A simplex.
   *
   * @param form of the density over it; its basis has the next degree, too
   * @param volumeLower its volume, rounded down
   * @param volumeUpper the same rounded up
   */
  public PartialMoments(BernsteinForm form, double volumeLower, double volumeUpper) {
    if (form.basis().degree() <= form.degree()) {
      throw new IllegalArgumentException(
          "the basis ends at degree %d, and a form of degree %d times an affine one needs the next"
              .formatted(form.basis().degree(), form.degree()));
    }
    this.form = form;
    this.volumeLower = volumeLower;
    this.volumeUpper = volumeUpper;
    this.recursion = new VarsiRecursion(form.basis().vertices(), form.degree() + 1);
  }

  /**
   * Encloses the integral of {@code max(t - g, 0) f}.
   *
   * @param lower values at the vertices of an affine function that is at most g; not NaN
   * @param upper likewise of one that is at least g
   */
  public Interval below(double[] lower, double[] upper, double t) {
    double least = 0;
    double most = Double.POSITIVE_INFINITY;
    if (isKnown(upper, t)) {
      least = recursion.isNone() ? 0 : measure(upper, t, -form.error()).belowLower(recursion);
    }
    if (isKnown(lower, t)) {
      most = recursion.isNone() ? 0 : measure(lower, t, form.error()).belowUpper(recursion);
    }
    // both enclose integrals of the same kind, the lower one of the smaller function
    return new Interval(Math.min(least, most), most);
  }

  /** Encloses the integral of {@code max(g - t, 0) f}, which is {@code max(-t - (-g), 0) f}. */
  public Interval above(double[] lower, double[] upper, double t) {
    return below(Extremes.negated(upper), Extremes.negated(lower), -t);
  }

  /** Whether all differences are finite; then the recursion is prepared for these values. */
  private boolean isKnown(double[] values, double t) {
    for (double value : values) {
      if (!(Math.abs(t - value) <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return recursion.prepare(values, t);
  }

  /** The form of {@code (t - y) (f + shift)}, rounded to the side to which f is shifted. */
  private SimplexMeasure measure(double[] values, double t, double shift) {
    double[] differences = new double[values.length];
    double magnitude = 0;
    for (int i = 0; i < values.length; i++) {
      differences[i] = t - values[i];
      magnitude = Math.max(magnitude, Rounding.subtractUp(t, values[i]));
      magnitude = Math.max(magnitude, Rounding.subtractUp(values[i], t));
    }
    double largest = Rounding.addUp(form.largest(), form.error());
    double rounding =
        Rounding.multiplyUp(
            RelativeError.gamma(values.length + 4), Rounding.multiplyUp(magnitude, largest));
    double underflow =
        Rounding.multiplyUp(values.length * Double.MIN_VALUE, Rounding.addUp(1, largest));
    double error = Rounding.addUp(rounding, underflow);
    BernsteinForm product =
        error <= Double.MAX_VALUE
            ? product(differences, shift, error)
            : new BernsteinForm(form.basis(), 0, new double[1], Double.POSITIVE_INFINITY);
    return new SimplexMeasure(product, volumeLower, volumeUpper);
  }

  private BernsteinForm product(double[] differences, double shift, double error) {
    double[] shifted = form.coefficients().clone();
    for (int a = 0; shift != 0 && a < shifted.length; a++) {
      shifted[a] =
          shift > 0 ? Rounding.addUp(shifted[a], shift) : Rounding.addDown(shifted[a], shift);
    }
    int degree = form.degree() + 1;
    return new BernsteinForm(
        form.basis(), degree, form.basis().timesLinear(shifted, degree, differences), error);
  }
}
