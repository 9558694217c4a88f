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
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;

/**
 * The enumeration of the regions of one network over one support, made ready.
 *
 * <p>A region is the set of all inputs strictly inside the box around the support for which each
 * neuron's pre-activation is strictly between the same kinks of its activation, unless it is
 * constant there. Regions are open polytopes with inner points. What lies in none of them lies on
 * finitely many hyperplanes and has the probability 0, as the inputs have densities.
 */
public final class RegionProblem {
  private final Support support;
  private final ExactNetwork network;
  private final RegionMeasure measure;
  private final double tails;
  private final Stop stop;

  private RegionProblem(Support support, ExactNetwork network, RegionMeasure measure, Stop stop) {
    this.stop = stop;
    this.support = support;
    this.network = network;
    this.measure = measure;
    this.tails = support.tails();
  }

  /**
   * Makes it ready.
   *
   * @param truncations one for each random input, used where its support is unbounded
   * @param plans one for each random input
   * @param stop asked by everything that is computed with it; it ends with a {@link
   *     surety.certificates.stop.StoppedException} then
   * @throws RejectedException if the network is not piecewise linear, no input is random, or the
   *     arguments do not fit together
   */
  public static RegionProblem of(
      RegionStatement statement,
      Network network,
      List<Truncation> truncations,
      List<AxisPlan> plans,
      Stop stop)
      throws RejectedException {
    ExactNetwork exact = new ExactNetwork(network, statement.inputs(), stop);
    Support support = Support.of(statement, truncations);
    return new RegionProblem(support, exact, new RegionMeasure(support, plans, stop), stop);
  }

  /** Whether somebody wants what is computed with this to end. */
  public Stop stop() {
    return stop;
  }

  /** Number of random inputs. */
  public int dimension() {
    return support.dimension();
  }

  /** An upper bound of the probability outside of the box in which regions are enumerated. */
  public double tails() {
    return tails;
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
   * Encloses the probability of a polytope's pattern: its mass, and above it the tails, of which
   * nobody knows to which regions they belong.
   */
  public Interval probability(Polytope polytope) throws RejectedException {
    MassSum sum = new MassSum();
    measure.visit(polytope, simplex -> sum.add(simplex.mass()));
    Interval mass = sum.value();
    return new Interval(mass.lower(), Math.min(1, Rounding.addUp(mass.upper(), tails)));
  }

  /**
   * Encloses, for each threshold, the probability that an affine form of the outputs stays below it
   * inside one region.
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
    return sums.stream().map(MassSum::value).toList();
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
