package surety.certificates.cell;

import java.util.Arrays;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Interval;
import surety.certificates.integral.BernsteinForm;
import surety.certificates.integral.SimplexMeasure;
import surety.certificates.integral.VarsiRecursion;

/**
 * The part of a simplex where a function g is below a threshold. With affine lower(z) <= g(z) <=
 * upper(z) it contains {@code upper <= t} and is contained in {@code lower <= t}, whose masses are
 * integrated exactly, with a form of the density of the degree that the rule names.
 */
final class SimplexPart {
  private final SimplexCell cell;
  private final double[] lower;
  private final double[] upper;
  private final double massUpper;
  private final SimplexMeasure measure;
  private final VarsiRecursion recursion;

  /**
   * With the function's affine bounds.
   *
   * @param massUpper bound of the whole simplex's mass
   */
  SimplexPart(SimplexCell cell, double massUpper, double[] lower, double[] upper, int degree) {
    this.cell = cell;
    this.massUpper = massUpper;
    // in ascending order of the bounds those below a threshold are the first: few sets of them
    int[] order = ascending(lower, upper);
    this.lower = reordered(lower, order);
    this.upper = reordered(upper, order);
    BernsteinForm form = cell.form(order, degree);
    this.measure = new SimplexMeasure(form, cell.volumeLower(), cell.volumeUpper());
    this.recursion = new VarsiRecursion(order.length, form.degree());
  }

  /** Few enough that each is put in its place. */
  private static int[] ascending(double[] lower, double[] upper) {
    int[] order = new int[lower.length];
    for (int i = 0; i < order.length; i++) {
      int place = i;
      double middle = lower[i] + upper[i];
      while (place > 0 && lower[order[place - 1]] + upper[order[place - 1]] > middle) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = i;
    }
    return order;
  }

  private static double[] reordered(double[] values, int[] order) {
    double[] reordered = new double[order.length];
    Arrays.setAll(reordered, i -> values[order[i]]);
    return reordered;
  }

  /** Encloses the mass of the part. */
  Interval below(Threshold threshold) {
    cell.family().domain().problem().stop().check();
    double least = recursion.prepare(upper, threshold.inner()) ? measure.belowLower(recursion) : 0;
    double most = massUpper;
    boolean all = threshold.mayInclude(Extremes.greatest(lower));
    if (!all && recursion.prepare(lower, threshold.outer())) {
      most = Math.min(most, measure.belowUpper(recursion));
    }
    // both enclose the same mass from their side, the lower one of a smaller set
    return new Interval(Math.min(least, most), most);
  }
}
