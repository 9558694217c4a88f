package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Extremes;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.integral.BernsteinDensity;
import surety.certificates.integral.BoxFraction;
import surety.certificates.integral.SimplexMeasure;
import surety.certificates.integral.VarsiRecursion;
import surety.certificates.stop.Stop;

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

  /** Adds a simplex; any {@code firstOwnLevel} gives sound bounds. */
  public void add(SimplexCell cell, int firstOwnLevel) {
    leaves++;
    SimplexBounds bounds = cell.bounds(firstOwnLevel);
    BernsteinDensity density = cell.family().density();
    double[][] middles = coordinates(cell, true);
    double[] coefficients = density.coefficients(middles);
    double error = density.error(middles, coordinates(cell, false));
    if (error == Double.POSITIVE_INFINITY) {
      // nothing is known of the polynomial here: the density is between 0 and its greatest value
      coefficients = new double[coefficients.length]; // the array may be the density's own
      error = density.greatest();
    }
    SimplexMeasure measure =
        new SimplexMeasure(density, coefficients, error, cell.volumeLower(), cell.volumeUpper());
    Interval mass = new Interval(measure.massLower(), measure.massUpper());
    Stop stop = cell.family().problem().stop();
    VarsiRecursion recursion = new VarsiRecursion(cell.vertices().length, density.degree());
    add(
        density.scale(),
        Extremes.least(bounds.lower()),
        Extremes.greatest(bounds.upper()),
        mass,
        whereConstant(
            cell.family().problem(),
            bounds::entering,
            mass,
            threshold -> {
              stop.check();
              return below(bounds, measure, recursion, mass, threshold);
            }));
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

  private static Interval below(
      SimplexBounds bounds,
      SimplexMeasure measure,
      VarsiRecursion recursion,
      Interval mass,
      Threshold threshold) {
    double lower =
        recursion.prepare(bounds.upper(), threshold.inner()) ? measure.belowLower(recursion) : 0;
    double upper = mass.upper();
    boolean all = threshold.mayInclude(Extremes.greatest(bounds.lower()));
    if (!all && recursion.prepare(bounds.lower(), threshold.outer())) {
      upper = Math.min(upper, measure.belowUpper(recursion));
    }
    // both enclose the same mass from their side, the lower one of a smaller set
    return new Interval(Math.min(lower, upper), upper);
  }

  /** For each coordinate the middles, or the radii, of the vertices' enclosures. */
  private static double[][] coordinates(SimplexCell cell, boolean middles) {
    Vertex[] vertices = cell.vertices();
    int n = cell.family().problem().dimension();
    double[][] values = new double[n][vertices.length];
    for (int q = 0; q < n; q++) {
      for (int i = 0; i < vertices.length; i++) {
        values[q][i] = middles ? vertices[i].middle(q) : vertices[i].radius(q);
      }
    }
    return values;
  }

  /** Adds a box. */
  public void add(BoxCell cell) {
    leaves++;
    BoxBounds bounds = cell.problem().bounds(cell);
    ScaledInterval scaled = cell.mass();
    int scale = Scales.group(scaled.scale());
    Interval mass = nonnegative(scaled.value().scaledBy(scaled.scale() - scale));
    BoxPart part = new BoxPart(bounds, mass, spread(cell, scale));
    Tally.Undecided undecided =
        whereConstant(cell.problem(), bounds::entering, mass, part::below);
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
