package surety.certificates.bounds;

import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Rounding;

/**
 * Affine bounds of each form over a box, by their coefficients in local coordinates xi between -1
 * and 1: the form lies between {@code lower[0] + sum_q lower[q] xi_q} and {@code upper[0] + sum_q
 * upper[q] xi_q}, q from 1 to n.
 */
public interface BoxForms extends FormBounds {
  /** The lower function of a form; not to be changed. */
  double[] lower(int form);

  /** The upper function of a form; not to be changed. */
  double[] upper(int form);

  @Override
  default double least(int form) {
    return -greatest(Extremes.negated(lower(form)));
  }

  @Override
  default double greatest(int form) {
    return greatest(upper(form));
  }

  /**
   * {@inheritDoc} It varies if its lower function is higher somewhere than its upper one is
   * elsewhere.
   */
  @Override
  default boolean mayBeConstant(int form) {
    double[] lower = lower(form);
    double[] upper = upper(form);
    double highest = lower[0];
    double lowest = upper[0];
    for (int q = 1; q < lower.length; q++) {
      highest = Rounding.addDown(highest, Math.abs(lower[q]));
      lowest = Rounding.subtractUp(lowest, Math.abs(upper[q]));
    }
    return !(highest > lowest);
  }

  /** An upper bound over the whole box of the affine function with such coefficients. */
  static double greatest(double[] coefficients) {
    double end = coefficients[0];
    for (int q = 1; q < coefficients.length; q++) {
      end = Rounding.addUp(end, Math.abs(coefficients[q]));
    }
    return end;
  }

  /**
   * An upper bound over the box of the sum of two forms, each with a sign. Bounds that know how the
   * forms hang together know it better than by adding up.
   */
  default double greatest(int form, int sign, int other, int otherSign) {
    double[] a = sign > 0 ? upper(form) : Extremes.negated(lower(form));
    double[] b = otherSign > 0 ? upper(other) : Extremes.negated(lower(other));
    double end = Rounding.addUp(a[0], b[0]);
    for (int q = 1; q < a.length; q++) {
      double high = Rounding.addUp(a[q], b[q]);
      double low = Rounding.addDown(a[q], b[q]);
      end = Rounding.addUp(end, Math.max(high, -low));
    }
    return end;
  }
}
