package surety.certificates.region;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/**
 * The enumeration of the regions of one network over the support of one branch of a law, made
 * ready. The network's inputs are affine functions of the branch's coordinates; independent random
 * inputs are their own coordinates.
 *
 * <p>A region is the set of all coordinates strictly inside the box around the support for which
 * each neuron's pre-activation is strictly between the same kinks of its activation, unless it is
 * constant there. Regions are open polytopes with inner points. What lies in none of them lies on
 * finitely many hyperplanes and has the mass 0, as the coordinates have densities. Without
 * coordinates all inputs are constant: the only region is the only point there is.
 */
public final class RegionProblem {
  private final Support support;
  private final ExactNetwork network;
  private final RegionMeasure measure;
  private final double tails;
  private final Interval mass;
  private final Stop stop;

  private RegionProblem(Support support, ExactNetwork network, RegionMeasure measure, Stop stop) {
    this.stop = stop;
    this.support = support;
    this.network = network;
    this.measure = measure;
    this.mass = support.mass();
    this.tails = Math.min(mass.upper(), support.tails());
  }

  /**
   * Makes it ready.
   *
   * @param truncations one for each coordinate, used where its support is unbounded
   * @param plans one for each coordinate
   * @param stop asked by everything that is computed with it; it ends with a {@link
   *     surety.certificates.stop.StoppedException} then
   * @throws RejectedException if the network is not piecewise linear, or the arguments do not fit
   *     together
   */
  public static RegionProblem of(
      Law.Branch branch,
      Network network,
      List<Truncation> truncations,
      List<AxisPlan> plans,
      Stop stop)
      throws RejectedException {
    ExactNetwork exact = new ExactNetwork(network, branch.inputs(), branch.dimension(), stop);
    Support support = Support.of(branch, truncations);
    return new RegionProblem(support, exact, new RegionMeasure(support, plans, stop), stop);
  }

  /** Whether somebody wants what is computed with this to end. */
  public Stop stop() {
    return stop;
  }

  /** Number of coordinates. */
  public int dimension() {
    return support.dimension();
  }

  /** An upper bound of the mass outside of the box in which regions are enumerated. */
  public double tails() {
    return tails;
  }

  /** Encloses the mass of the whole branch: 1, unless there are several. */
  public Interval mass() {
    return mass;
  }

  /** The enumeration's root. */
  public Prefix root() throws RejectedException {
    List<HalfSpace> facets = new ArrayList<>();
    RationalPoint lower = support.corner(false);
    RationalPoint upper = support.corner(true);
    for (int q = 0; q < dimension(); q++) {
      facets.add(HalfSpace.ofCoordinate(dimension(), q, lower.coordinate(q), true));
      facets.add(HalfSpace.ofCoordinate(dimension(), q, upper.coordinate(q), false));
    }
    return Prefix.root(network, facets);
  }

  /** The box in which regions are enumerated. */
  public Polytope box() {
    return Polytope.box(support.corner(false), support.corner(true), stop);
  }

  /**
   * Encloses the probability of a polytope's pattern, in this branch: its mass, and above it the
   * tails, of which nobody knows to which regions they belong.
   */
  public Interval probability(Polytope polytope) throws RejectedException {
    MassSum sum = new MassSum();
    measure.visit(polytope, simplex -> sum.add(simplex.mass()));
    Interval inBox = sum.value(mass.upper());
    double top = Math.min(mass.upper(), Rounding.addUp(inBox.upper(), tails));
    return new Interval(inBox.lower(), top);
  }

  /**
   * Encloses, for each threshold, the mass of the part of a region in which an affine form of the
   * outputs stays below it.
   *
   * @param polytope the region
   * @param outputs the network's outputs there
   * @param inclusive whether form = threshold counts
   */
  public List<Interval> below(
      Polytope polytope,
      List<ExactAffine> outputs,
      AffineForm form,
      List<Rational> thresholds,
      boolean inclusive)
      throws RejectedException {
    List<MassSum> sums = new ArrayList<>();
    thresholds.forEach(t -> sums.add(new MassSum()));
    measure.visit(
        polytope,
        simplex -> {
          List<Rational> values =
              simplex.vertices().stream().map(v -> value(form, outputs, v)).toList();
          for (int k = 0; k < sums.size(); k++) {
            Rational t = thresholds.get(k);
            sums.get(k)
                .add(simplex.below(values.stream().map(y -> y.minus(t)).toList(), inclusive));
          }
        });
    return sums.stream().map(sum -> sum.value(mass.upper())).toList();
  }

  /** The form's exact value at a point of a region. */
  private static Rational value(AffineForm form, List<ExactAffine> outputs, RationalPoint point) {
    Rational sum = Rational.ZERO;
    for (int k = 0; k < outputs.size(); k++) {
      Rational coefficient = form.outputs().get(k);
      if (!coefficient.isZero()) {
        sum = sum.plus(coefficient.times(outputs.get(k).at(point)));
      }
    }
    return sum;
  }
}
