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
 * integrated exactly. The whole mass is that of the density's full form; the part is integrated
 * with one of the degree that the rule names.
 */
final class SimplexPart {
  private final SimplexCell cell;
  private final int degree;
  private final double[] lower;
  private final double[] upper;
  private final double[][] middles;
  private final BernsteinForm form;
  private final Interval mass;
  private SimplexMeasure measure;
  private VarsiRecursion recursion;

  SimplexPart(SimplexCell cell, double[] lower, double[] upper, int degree) {
    this.cell = cell;
    this.degree = degree;
    // in ascending order of the bounds those below a threshold are the first: few sets of them
    int[] order =
        IntStream.range(0, cell.vertices().length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> lower[i] + upper[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.lower = IntStream.of(order).mapToDouble(i -> lower[i]).toArray();
    this.upper = IntStream.of(order).mapToDouble(i -> upper[i]).toArray();
    this.middles = cell.coordinates(order, Vertex::middle);
    this.form = cell.form(order);
    SimplexMeasure whole = measure(form);
    this.mass = new Interval(whole.massLower(), whole.massUpper());
  }

  private SimplexMeasure measure(BernsteinForm of) {
    return new SimplexMeasure(of, cell.volumeLower(), cell.volumeUpper());
  }

  /** Encloses the mass of the whole simplex. */
  Interval mass() {
    return mass;
  }

  /** Encloses the mass of the part. */
  Interval below(Threshold threshold) {
    cell.family().problem().stop().check();
    if (measure == null) { // most leaves are decided and never get here
      BernsteinForm lowered = cell.family().density().lowered(form, middles, degree);
      measure = measure(lowered);
      recursion = new VarsiRecursion(cell.vertices().length, lowered.degree());
    }
    double least = recursion.prepare(upper, threshold.inner()) ? measure.belowLower(recursion) : 0;
    double most = mass.upper();
    boolean all = threshold.mayInclude(Extremes.greatest(lower));
    if (!all && recursion.prepare(lower, threshold.outer())) {
      most = Math.min(most, measure.belowUpper(recursion));
    }
    // both enclose the same mass from their side, the lower one of a smaller set
    return new Interval(Math.min(least, most), most);
  }
}
