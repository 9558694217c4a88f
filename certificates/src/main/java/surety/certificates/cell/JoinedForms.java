package surety.certificates.cell;

import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.BoxForms;
import surety.certificates.bounds.RelativeError;

/**
 * An affine function above two forms at once, over a box: where it is negative two comparisons
 * hold. Of two forms that are nearly the same it is nearly as good as each of them, while their
 * masses by themselves do not say that both hold in the same places.
 *
 * <p><em>Why it is sound.</em> Let both comparisons be sure to hold where {@code g < 0} and {@code
 * h < 0}, and let {@code D = g - h} be between l and u on the box. For any s from 0 to 1, {@code
 * max(g, h) = h + max(D, 0) <= h + s D + c = s g + (1 - s) h + c} with the largest value c of
 * {@code max(D, 0) - s D}, which is convex, and so largest at an end: {@code c = max((1 - s) u, -s
 * l)}.
 */
final class JoinedForms {
  /** s is a multiple of one part of that, so that 1 - s is exact. */
  private static final double PARTS = 0x1p20;

  private JoinedForms() {}

  /** Coefficients in local coordinates of a function that is at least g and at least h. */
  static double[] greater(
      BoxForms bounds, CompiledEvent.Comparison one, CompiledEvent.Comparison other) {
    double room =
        Rounding.subtractUp(other.innerLevel(), one.innerLevel()); // of D, not of the forms
    double roomBack = Rounding.subtractUp(one.innerLevel(), other.innerLevel());
    double u = Rounding.addUp(difference(bounds, one, other), room);
    double minusL = Rounding.addUp(difference(bounds, other, one), roomBack);
    double share = Math.rint(PARTS * Math.max(0, u) / (Math.max(0, u) + Math.max(0, minusL)));
    double s = share >= 0 && share <= PARTS ? share / PARTS : 0.5;
    double c = Math.max(Rounding.multiplyUp(1 - s, u), Rounding.multiplyUp(s, minusL));
    return sum(s, upper(bounds, one), upper(bounds, other), c);
  }

  private static double difference(
      BoxForms bounds, CompiledEvent.Comparison one, CompiledEvent.Comparison other) {
    return bounds.greatest(one.form(), one.sign(), other.form(), -other.sign());
  }

  /** At least {@code sign form} less its level. */
  private static double[] upper(BoxForms bounds, CompiledEvent.Comparison c) {
    double[] form =
        c.isBelow() ? bounds.upper(c.form()).clone() : Extremes.negated(bounds.lower(c.form()));
    form[0] = Rounding.subtractUp(form[0], c.innerLevel());
    return form;
  }

  /**
   * At least {@code s g + (1 - s) h + c} on the box: each coefficient is a sum of two products, off
   * by gamma_2 times their magnitudes and by two smallest subnormals, and no local coordinate is
   * larger than 1.
   */
  private static double[] sum(double s, double[] g, double[] h, double c) {
    double[] sum = new double[g.length];
    double size = 0;
    for (int q = 0; q < g.length; q++) {
      double first = s * g[q];
      double second = (1 - s) * h[q];
      sum[q] = first + second;
      size += Math.abs(first) + Math.abs(second);
    }
    double off =
        Rounding.multiplyUp(RelativeError.gamma(3), RelativeError.above(size, 2 * g.length + 2));
    sum[0] = Rounding.addUp(Rounding.addUp(sum[0], c), Rounding.addUp(off, Double.MIN_NORMAL));
    return sum;
  }
}
