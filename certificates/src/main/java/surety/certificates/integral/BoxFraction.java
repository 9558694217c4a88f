package surety.certificates.integral;

import java.util.Arrays;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;

/**
 * The share of the box [-1, 1]^n where an affine form stays below a threshold.
 *
 * <p>The uniform density does not change when a coordinate is reflected, so coefficients may be
 * taken positive: the share is a {@link CornerVolume}, and where more than half of the box is below
 * the threshold, all but one. A coordinate with a tiny coefficient would only make that inaccurate,
 * so it may be replaced by the end that makes the bound true. Where the sum over corners cancels in
 * spite of that, the box is the union of n! Kuhn simplices of equal volume, one for each order in
 * which the coordinates go from -1 to 1; along it the form takes the values of growing subset sums.
 */
public final class BoxFraction {
  /** Beyond that many coordinates there are too many simplices. */
  private static final int MOST_TRIANGULATED = 6;

  /** Beyond that many coordinates there are too many corners: some are replaced by an end. */
  private static final int MOST_CORNERED = 16;

  /** A volume that is as certain as that is good enough not to look for a better one... */
  private static final double CERTAIN = 0x1p-30;

  /** ... and where coordinates have to be replaced. */
  private static final double NEARLY_CERTAIN = 0x1p-10;

  /** Coefficients this small against the largest are replaced, in one attempt after another. */
  private static final double[] NEGLIGIBLE = {0x1p-36, 0x1p-16, 0x1p-12, 0x1p-9, 0x1p-6, 0x1p-3};

  private final double[] coefficients;

  /** The form's values at the corners where it is least and greatest. */
  private final double start;

  private final double top;
  private final double threshold;
  private final boolean up;
  private double sum;
  private long simplices;
  private boolean known = true;

  private BoxFraction(double[] form, double threshold, boolean up) {
    int n = form.length - 1;
    this.coefficients = new double[n];
    this.threshold = threshold;
    this.up = up;
    double least = form[0];
    double greatest = form[0];
    for (int q = 0; q < n; q++) {
      coefficients[q] = Math.abs(form[q + 1]);
      least = add(least, -coefficients[q]);
      greatest = add(greatest, coefficients[q]);
    }
    this.start = least;
    this.top = greatest;
  }

  /** A larger share needs smaller values: they are rounded down for an upper bound. */
  private double add(double a, double b) {
    return up ? Rounding.addDown(a, b) : Rounding.addUp(a, b);
  }

  /** Upper bound of the share: as {@link #below}. */
  public static double upper(double[] form, double threshold) {
    return below(form, threshold, true).bound();
  }

  /** Lower bound of that share. */
  public static double lower(double[] form, double threshold) {
    return below(form, threshold, false).bound();
  }

  /**
   * The share where {@code form[0] + sum_q form[q] xi_q} is below the threshold; a form that equals
   * the threshold everywhere is the caller's business.
   *
   * @param up whether its bound is an upper one
   */
  static BoxFraction below(double[] form, double threshold, boolean up) {
    return new BoxFraction(form, threshold, up);
  }

  /** Whether the form's ends tell: then the bound is 0 or 1, and the same for any density. */
  boolean isDecided() {
    return start >= threshold || top <= threshold;
  }

  double bound() {
    if (start >= threshold) {
      return 0; // nowhere below, not even in a corner
    }
    if (top <= threshold) {
      return 1; // everywhere below but in a corner, since the start is
    }
    double best = up ? 1 : 0;
    for (double negligible : NEGLIGIBLE) {
      CornerVolume.Volume volume = volume(negligible);
      best = better(best, up ? volume.upper() : volume.lower());
      boolean isAccurate = volume.upper() - volume.lower() <= CERTAIN * best;
      if (isAccurate) {
        return best;
      }
      if (coefficients.length <= MOST_TRIANGULATED) {
        return better(best, bySimplices());
      }
      if (volume.upper() - volume.lower() <= NEARLY_CERTAIN * volume.upper()) {
        return best;
      }
    }
    return best;
  }

  private double better(double a, double b) {
    return up ? Math.min(a, b) : Math.max(a, b);
  }

  /** Bounds of the share, in the direction that is asked, without tiny coefficients. */
  private CornerVolume.Volume volume(double negligible) {
    double[] weights = coefficients.clone();
    Arrays.sort(weights);
    double largest = weights[weights.length - 1];
    if (!(largest >= Double.MIN_NORMAL)) {
      return CornerVolume.Volume.UNKNOWN;
    }
    int exponent = Math.getExponent(largest) + 1; // of the largest weight, twice its coefficient
    int first = Math.max(0, weights.length - MOST_CORNERED);
    while (weights[first] < negligible * largest) {
      first++;
    }
    double unit = Math.scalb(1.0, 1 - exponent); // 2^1022 at most; no product of it is rounded
    double level = subtract(threshold, start);
    double sum = 0;
    for (int q = 0; q < weights.length; q++) {
      if (q < first && !up) { // the upper end, which makes less of the rest be below
        level = subtract(level, 2 * weights[q]);
      } else if (q >= first) {
        sum = add(sum, 2 * weights[q]);
        weights[q] *= unit;
      }
    }
    if (!(sum <= Double.MAX_VALUE && Math.abs(level) <= Double.MAX_VALUE)) {
      return CornerVolume.Volume.UNKNOWN;
    }
    double[] kept = first == 0 ? weights : Arrays.copyOfRange(weights, first, weights.length);
    if (level <= 0.5 * sum) {
      return CornerVolume.of(kept, scaled(level, exponent));
    }
    double above = subtract(level, sum); // minus the level of what is above
    return CornerVolume.of(kept, -scaled(above, exponent)).complement();
  }

  private double scaled(double level, int exponent) {
    return up ? Rounding.scaleUp(level, -exponent) : Rounding.scaleDown(level, -exponent);
  }

  private double bySimplices() {
    int n = coefficients.length;
    double[] values = new double[n + 1];
    values[0] = start;
    visit(new VarsiRecursion(n + 1, 0), values, 0, 0);
    if (!known) {
      return up ? 1 : 0;
    }
    double share = sum / simplices;
    // twice, because it is applied to the computed share: gamma_m / (1 - gamma_m) <= gamma_2m
    double relative = RelativeError.gamma(2 * (6 * (n + 1) + (int) simplices + 1));
    double error =
        Rounding.addUp(Rounding.multiplyUp(relative, share), VarsiRecursion.absoluteError(n + 1));
    return up
        ? Math.min(1, Rounding.addUp(share, error))
        : Math.max(0, Rounding.subtractDown(share, error));
  }

  /** A larger difference makes the share larger. */
  private double subtract(double a, double b) {
    return up ? Rounding.subtractUp(a, b) : Rounding.subtractDown(a, b);
  }

  private void visit(VarsiRecursion recursion, double[] values, int depth, int used) {
    if (depth == coefficients.length) {
      simplices++;
      known &= recursion.prepare(values, threshold);
      sum += recursion.uniform();
      return;
    }
    for (int q = 0; q < coefficients.length; q++) {
      if ((used >> q & 1) == 0) {
        values[depth + 1] = add(values[depth], 2 * coefficients[q]);
        visit(recursion, values, depth + 1, used | 1 << q);
      }
    }
  }
}
