package surety.certificates.gaussian;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * An affine form {@code mean + sum_q loading[q] z_q} of independent standard normal numbers z, so a
 * normal number itself, of which the mean and the loadings are enclosed. Immutable.
 */
public final class NormalForm {

  private final Interval mean;

  /** Loading q is within off[q] of this. */
  private final double[] loadings;

  private final double[] off;
  private final double norm;
  private final double offNorm;

  private NormalForm(Interval mean, double[] loadings, double[] off) {
    this.mean = mean;
    this.loadings = loadings;
    this.off = off;
    this.norm = norm(loadings);
    this.offNorm = norm(off);
  }

  /** At least the Euclidean norm; infinite where something overflowed. */
  private static double norm(double[] numbers) {
    double sum = 0;
    for (double x : numbers) {
      if (!Double.isFinite(x)) {
        return Double.POSITIVE_INFINITY;
      }
      if (x != 0) {
        sum = Rounding.addUp(sum, Rounding.multiplyUp(x, x));
      }
    }
    return Rounding.sqrtUp(sum);
  }

  /** Of independent standard normal numbers, one for each loading. */
  public static NormalForm of(Interval mean, Interval[] loadings) {
    double[] middles = new double[loadings.length];
    double[] radii = new double[loadings.length];
    for (int q = 0; q < loadings.length; q++) {
      middles[q] = loadings[q].middle();
      radii[q] = loadings[q].radius();
    }
    return new NormalForm(mean, middles, radii);
  }

  /** Encloses the mean. */
  public Interval mean() {
    return mean;
  }

  /** The same with another mean. */
  public NormalForm withMean(Interval other) {
    return new NormalForm(other, loadings, off);
  }

  /** Whether it is a number that does not vary, as all loadings are exactly 0. */
  public boolean isConstant() {
    return norm == 0 && offNorm == 0;
  }

  /**
   * Encloses the covariance with a form of the same normal numbers.
   *
   * <p><em>Why it is sound.</em> It is the scalar product of the loadings, a + b and c + d with
   * known a and c. Computed in order, that of a and c errs by at most {@code n u / (1 - n u)} times
   * the sum of the magnitudes of its products, which is at most |a| |c| (Higham, <i>Accuracy and
   * Stability of Numerical Algorithms</i>, section 3.1; with fused operations there are fewer
   * roundings), and by a smallest double for each product that underflows. The rest is at most |a|
   * |d| + |b| (|c| + |d|).
   */
  public Interval covariance(NormalForm other) {
    if (isConstant() || other.isConstant()) {
      return Interval.ZERO;
    }
    if (norm + offNorm + other.norm + other.offNorm > 1e150) {
      return Interval.WHOLE; // before anything overflows
    }
    double sum = 0;
    int n = loadings.length;
    for (int q = 0; q < n; q++) {
      sum = Math.fma(loadings[q], other.loadings[q], sum);
    }
    double error =
        (norm * (n + 1) * Roundoff.U * other.norm
                    + norm * other.offNorm
                    + offNorm * (other.norm + other.offNorm))
                * Roundoff.SLACK
            + (n + 1) * Double.MIN_NORMAL;
    return Interval.of(sum).plus(new Interval(-error, error));
  }

  /** Encloses the variance. */
  public Interval variance() {
    return covariance(this).positivePart();
  }

  /** A sum of multiples of forms of the same numbers, and of numbers. */
  public static final class Sum {
    private Interval mean = Interval.ZERO;
    private final double[] loadings;
    private final double[] off;
    private final double[] sizes;

    /** Whether some summand's loading may not be 0; sizes may underflow to 0. */
    private final boolean[] varies;

    private int terms;

    /** Nothing yet. */
    public Sum(int dimension) {
      this.loadings = new double[dimension];
      this.off = new double[dimension];
      this.sizes = new double[dimension];
      this.varies = new boolean[dimension];
    }

    /** Adds a number. */
    public Sum add(Interval number) {
      mean = mean.plus(number);
      return this;
    }

    /** Adds a multiple of a form. */
    public Sum add(double factor, NormalForm form) {
      return add(Interval.of(factor), form);
    }

    /** Adds a multiple of a form by a factor that is enclosed. */
    public Sum add(Interval factor, NormalForm form) {
      mean = mean.plus(form.mean.times(factor));
      if (form.isConstant() || factor.magnitude() == 0) {
        return this;
      }
      double middle = factor.middle();
      double radius = factor.radius();
      double most = factor.magnitude();
      for (int q = 0; q < loadings.length; q++) {
        double size = Math.abs(form.loadings[q]);
        loadings[q] = Math.fma(middle, form.loadings[q], loadings[q]);
        sizes[q] += most * size;
        off[q] += radius * size + most * form.off[q];
        varies[q] |= size != 0 || form.off[q] != 0;
      }
      terms++;
      return this;
    }

    /**
     * The sum.
     *
     * <p><em>Why it is sound.</em> Each loading is a sum of so many products in order, and errs
     * like a scalar product ({@link NormalForm#covariance}).
     */
    public NormalForm form() {
      double[] errors = new double[off.length];
      for (int q = 0; q < errors.length; q++) {
        errors[q] =
            varies[q]
                ? (off[q] + (terms + 1) * Roundoff.U * sizes[q])
                        * (Roundoff.SLACK + terms * 2 * Roundoff.U)
                    + (terms + 1) * Double.MIN_NORMAL
                : 0;
      }
      return new NormalForm(mean, loadings.clone(), errors);
    }
  }
}
