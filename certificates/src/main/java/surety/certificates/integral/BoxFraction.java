package surety.certificates.integral;

import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;

/**
 * The share of the box [-1, 1]^n where an affine form stays below a threshold.
 *
 * <p>The uniform density does not change when a coordinate is reflected, so coefficients may be
 * taken positive. The box is the union of n! Kuhn simplices of equal volume, one for each order in
 * which the coordinates go from -1 to 1; along it the form takes the values of growing subset sums.
 */
public final class BoxFraction {
  /** Beyond that many coordinates there are too many simplices, and nothing is said. */
  public static final int MOST_COORDINATES = 6;

  private final double[] coefficients;
  private final double start;
  private final double threshold;
  private final boolean up;
  private final VarsiRecursion recursion;
  private double sum;
  private long simplices;
  private boolean known = true;

  private BoxFraction(double[] form, double threshold, boolean up) {
    int n = form.length - 1;
    this.coefficients = new double[n];
    this.threshold = threshold;
    this.up = up;
    this.recursion = new VarsiRecursion(n + 1, 0);
    double corner = form[0];
    for (int q = 0; q < n; q++) {
      coefficients[q] = Math.abs(form[q + 1]);
      corner = add(corner, -coefficients[q]);
    }
    this.start = corner;
  }

  /** A larger share needs smaller values: they are rounded down for an upper bound. */
  private double add(double a, double b) {
    return up ? Rounding.addDown(a, b) : Rounding.addUp(a, b);
  }

  /**
   * Upper bound of the share where {@code form[0] + sum_q form[q] xi_q} is below the threshold; a
   * form that equals the threshold everywhere is the caller's business.
   */
  public static double upper(double[] form, double threshold) {
    return new BoxFraction(form, threshold, true).bound();
  }

  /** Lower bound of that share. */
  public static double lower(double[] form, double threshold) {
    return new BoxFraction(form, threshold, false).bound();
  }

  private double bound() {
    int n = coefficients.length;
    if (start >= threshold) {
      return 0; // nowhere below, not even in a corner
    }
    if (top() <= threshold) {
      return 1; // everywhere below but in a corner, since the start is
    }
    if (n > MOST_COORDINATES) {
      return up ? 1 : 0;
    }
    double[] values = new double[n + 1];
    values[0] = start;
    visit(values, 0, 0);
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

  /** The form's value at the other corner, rounded like all others. */
  private double top() {
    double value = start;
    for (double coefficient : coefficients) {
      value = add(add(value, coefficient), coefficient);
    }
    return value;
  }

  private void visit(double[] values, int depth, int used) {
    if (depth == coefficients.length) {
      simplices++;
      known &= recursion.prepare(values, threshold);
      sum += recursion.uniform();
      return;
    }
    for (int q = 0; q < coefficients.length; q++) {
      if ((used >> q & 1) == 0) {
        values[depth + 1] = add(add(values[depth], coefficients[q]), coefficients[q]);
        visit(values, depth + 1, used | 1 << q);
      }
    }
  }
}
