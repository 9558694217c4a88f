package surety.certificates.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.integral.BernsteinForm;
import surety.certificates.integral.BoxFraction;
import surety.certificates.integral.SimplexMeasure;
import surety.certificates.integral.VarsiRecursion;

/**
 * Computes what leaves contribute to the bounds, and tallies it.
 *
 * <p>On a leaf, lower(z) <= g(z) <= upper(z) for affine functions. So the event contains {@code
 * upper <= t} and is contained in {@code lower <= t}, whose masses are integrated exactly.
 *
 * <p>One thread at a time; tallies of several threads are added up by {@link #add}.
 */
public final class LeafEvaluator {
  private final List<Threshold> thresholds;
  private final Tally tally;
  private long leaves;

  /** For these thresholds, ascending. */
  public LeafEvaluator(List<Threshold> thresholds) {
    this.thresholds = List.copyOf(thresholds);
    this.tally = new Tally(thresholds);
  }

  /** Adds all that another evaluator of the same thresholds has tallied. */
  public void add(LeafEvaluator other) {
    tally.add(other.tally);
    leaves += other.leaves;
  }

  /** Number of leaves so far. */
  public long leaves() {
    return leaves;
  }

  /**
   * The bounds, when all leaves of a tree have been added.
   *
   * @param given the thresholds as the statement names them, in the order of this object's
   */
  public List<PointBounds> bounds(Problem problem, List<Rational> given) {
    Tails tails = problem.tails();
    Tally.Totals[] totals = tally.totals();
    List<PointBounds> bounds = new ArrayList<>();
    for (int k = 0; k < given.size(); k++) {
      bounds.add(bounds(thresholds.get(k), given.get(k), totals[k], tails));
    }
    return bounds;
  }

  /** What always or never happens does so outside of the root box, too. */
  private static PointBounds bounds(
      Threshold threshold, Rational given, Tally.Totals totals, Tails tails) {
    if (threshold.equals(Threshold.ALWAYS)) {
      return new PointBounds(given, Dyadic.ONE, Dyadic.ONE);
    }
    return threshold.equals(Threshold.NEVER)
        ? new PointBounds(given, Dyadic.ZERO, Dyadic.ZERO)
        : PointBounds.of(
            given, totals, tails.inside(threshold).upper(), tails.outside(threshold).upper());
  }

  /**
   * Adds a simplex; any choice gives sound bounds.
   *
   * @param firstOwnLevel from which level on it has bounds of its own
   * @param degree of the density's form that its parts are integrated with, at most
   */
  public void add(SimplexCell cell, int firstOwnLevel, int degree) {
    leaves++;
    SimplexBounds bounds = cell.bounds(firstOwnLevel);
    SimplexPart part = new SimplexPart(cell, bounds, degree);
    add(
        cell.family().density().scale(),
        Extremes.least(bounds.lower()),
        Extremes.greatest(bounds.upper()),
        part.mass,
        whereConstant(cell.family().problem(), bounds::entering, part.mass, part::below));
  }

  /** Tallies a leaf. If its mass overflowed, it is still a probability: between 0 and 1. */
  private void add(
      int scale, double least, double greatest, Interval mass, Tally.Undecided undecided) {
    if (mass.isBounded()) {
      tally.add(scale, least, greatest, mass, undecided);
    } else {
      Interval any = new Interval(0, 1);
      tally.add(0, least, greatest, any, threshold -> any);
    }
  }

  /**
   * All of the mass or nothing where g is constant on the leaf, which is looked at only if bounds
   * leave the leaf undecided.
   */
  private static Tally.Undecided whereConstant(
      Problem problem, ConstantForm.Ranges ranges, Interval mass, Tally.Undecided otherwise) {
    return new Tally.Undecided() {
      private Optional<Optional<Rational>> constant = Optional.empty();

      @Override
      public Interval below(Threshold threshold) {
        if (constant.isEmpty()) {
          constant = Optional.of(problem.constant(ranges));
        }
        return constant
            .get()
            .map(value -> threshold.holds(value) ? mass : Interval.ZERO)
            .orElseGet(() -> otherwise.below(threshold));
      }
    };
  }

  /** Adds a box. */
  public void add(BoxCell cell) {
    leaves++;
    BoxBounds bounds = cell.problem().bounds(cell);
    ScaledInterval scaled = cell.mass();
    int scale = Scales.group(scaled.scale());
    Interval mass = nonnegative(scaled.value().scaledBy(scaled.scale() - scale));
    BoxPart part = new BoxPart(bounds, mass, spread(cell, scale));
    Tally.Undecided undecided = whereConstant(cell.problem(), bounds::entering, mass, part::below);
    add(scale, bounds.least(), bounds.greatest(), mass, undecided);
  }

  private static Interval nonnegative(Interval mass) {
    return mass.lower() < 0 ? new Interval(0, Math.max(0, mass.upper())) : mass;
  }

  /** Encloses density times volume over the whole box, in units of {@code 2^scale}. */
  private static Interval spread(BoxCell cell, int scale) {
    Interval product = Interval.ONE;
    long power = -scale;
    try {
      for (int q = 0; q < cell.sides().size(); q++) {
        DensityPolynomial constant = cell.polynomial(q, 0);
        double value = constant.coefficients()[0];
        Interval density =
            nonnegative(
                new Interval(
                    Rounding.subtractDown(value, constant.remainder()),
                    Rounding.addUp(value, constant.remainder())));
        product = product.times(density).times(cell.sides().get(q).length());
        power += constant.scale();
      }
    } catch (CellException e) {
      return new Interval(0, Double.POSITIVE_INFINITY); // the box meets a knot: nothing is known
    }
    int bounded = (int) Math.max(-4000, Math.min(4000, power));
    return bounded == power ? product.scaledBy(bounded) : new Interval(0, Double.POSITIVE_INFINITY);
  }

  /**
   * The part of a simplex below a threshold. The whole mass is that of the density's full form; the
   * part is integrated with one of the degree that the rule names.
   */
  private static final class SimplexPart {
    private final SimplexCell cell;
    private final int degree;
    private final double[] lower;
    private final double[] upper;
    private final double[][] middles;
    private final BernsteinForm form;
    private final Interval mass;
    private SimplexMeasure measure;
    private VarsiRecursion recursion;

    SimplexPart(SimplexCell cell, SimplexBounds bounds, int degree) {
      this.cell = cell;
      this.degree = degree;
      // in ascending order of the bounds those below a threshold are the first: few sets of them
      int[] order =
          IntStream.range(0, cell.vertices().length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> bounds.lower()[i] + bounds.upper()[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      this.lower = IntStream.of(order).mapToDouble(i -> bounds.lower()[i]).toArray();
      this.upper = IntStream.of(order).mapToDouble(i -> bounds.upper()[i]).toArray();
      this.middles = coordinates(order, Vertex::middle);
      this.form = cell.family().density().form(middles, coordinates(order, Vertex::radius));
      SimplexMeasure whole = measure(form);
      this.mass = new Interval(whole.massLower(), whole.massUpper());
    }

    private SimplexMeasure measure(BernsteinForm of) {
      return new SimplexMeasure(of, cell.volumeLower(), cell.volumeUpper());
    }

    Interval below(Threshold threshold) {
      cell.family().problem().stop().check();
      if (measure == null) { // most leaves are decided and never get here
        BernsteinForm lowered = cell.family().density().lowered(form, middles, degree);
        measure = measure(lowered);
        recursion = new VarsiRecursion(cell.vertices().length, lowered.degree());
      }
      double least =
          recursion.prepare(upper, threshold.inner()) ? measure.belowLower(recursion) : 0;
      double most = mass.upper();
      boolean all = threshold.mayInclude(Extremes.greatest(lower));
      if (!all && recursion.prepare(lower, threshold.outer())) {
        most = Math.min(most, measure.belowUpper(recursion));
      }
      // both enclose the same mass from their side, the lower one of a smaller set
      return new Interval(Math.min(least, most), most);
    }

    /** The middle or the radius of a vertex's coordinate. */
    private interface Coordinate {
      double of(Vertex vertex, int coordinate);
    }

    /** For each coordinate the vertices' values. */
    private double[][] coordinates(int[] order, Coordinate value) {
      double[][] values = new double[cell.family().problem().dimension()][order.length];
      for (int q = 0; q < values.length; q++) {
        for (int i = 0; i < order.length; i++) {
          values[q][i] = value.of(cell.vertices()[order[i]], q);
        }
      }
      return values;
    }
  }

  /**
   * The part of a box below a threshold: with f a share of the volume and the density times the
   * whole volume between s and S, its mass is between s f and S f, and what is not in it has a mass
   * between s (1 - f) and S (1 - f).
   */
  private record BoxPart(BoxBounds bounds, Interval mass, Interval spread) {
    Interval below(Threshold threshold) {
      double inner = BoxFraction.lower(bounds.upper(), threshold.inner());
      double outer = 1;
      if (!threshold.mayInclude(greatestOfLower())) {
        outer = BoxFraction.upper(bounds.lower(), threshold.outer());
      }
      double lower =
          Math.max(
              Rounding.multiplyDown(spread.lower(), inner),
              Rounding.subtractDown(mass.lower(), rest(spread.upper(), inner)));
      double restLower = Rounding.multiplyDown(spread.lower(), Rounding.subtractDown(1, outer));
      double upper = Math.min(mass.upper(), Rounding.subtractUp(mass.upper(), restLower));
      if (spread.upper() < Double.POSITIVE_INFINITY) {
        upper = Math.min(upper, Rounding.multiplyUp(spread.upper(), outer));
      }
      upper = Math.max(0, upper);
      return new Interval(Math.min(Math.max(0, lower), upper), upper);
    }

    private static double rest(double spread, double share) {
      return spread == Double.POSITIVE_INFINITY
          ? Double.POSITIVE_INFINITY
          : Rounding.multiplyUp(spread, Rounding.subtractUp(1, share));
    }

    private double greatestOfLower() {
      double end = bounds.lower()[0];
      for (int q = 1; q < bounds.lower().length; q++) {
        end = Rounding.addUp(end, Math.abs(bounds.lower()[q]));
      }
      return end;
    }
  }
}
