package surety.certificates.cell;

import java.util.Comparator;
import java.util.stream.IntStream;
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
    int[] order =
        IntStream.range(0, cell.vertices().length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> lower[i] + upper[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.lower = IntStream.of(order).mapToDouble(i -> lower[i]).toArray();
    this.upper = IntStream.of(order).mapToDouble(i -> upper[i]).toArray();
    BernsteinForm form = cell.form(order, degree);
    this.measure = new SimplexMeasure(form, cell.volumeLower(), cell.volumeUpper());
    this.recursion = new VarsiRecursion(order.length, form.degree());
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
