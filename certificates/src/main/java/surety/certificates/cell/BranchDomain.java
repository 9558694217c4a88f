package surety.certificates.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.Arguments;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.BoxForms;
import surety.certificates.bounds.CentredBox;
import surety.certificates.bounds.CondensedNetwork;
import surety.certificates.bounds.DeviatingForms;
import surety.certificates.bounds.PointEnclosure;
import surety.certificates.bounds.WireForm;
import surety.certificates.density.DensityPolynomial;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.integral.BernsteinBasis;
import surety.certificates.network.Growth;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;

/**
 * The coordinates of one branch of a law, made ready: their marginals, the networks' inputs as
 * functions of them, and where they are cut off. A branch has a proof tree of its own.
 */
public final class BranchDomain {
  /** Of inputs that are smaller still nothing better is said. */
  private static final int MOST_SIZES = 60;

  private final Problem problem;
  private final List<Marginal> marginals;
  private final List<ScaledInterval> weights;
  private final InputRows inputs;
  private final List<Truncation> truncations;
  private BernsteinBasis basis;
  private final SideDensities densities;
  private final BoundedCache<List<Integer>, double[]> deviations;

  private BranchDomain(
      Problem problem,
      List<Marginal> marginals,
      List<ScaledInterval> weights,
      InputRows inputs,
      List<Truncation> truncations) {
    this.problem = problem;
    this.marginals = List.copyOf(marginals);
    this.weights = List.copyOf(weights);
    this.inputs = inputs;
    this.truncations = List.copyOf(truncations);
    this.densities = new SideDensities(this.marginals, this.weights, problem.stop());
    this.deviations = new BoundedCache<>(problem.stop());
  }

  /**
   * Of a branch.
   *
   * @param truncations one for each coordinate, used where it is unbounded
   * @throws RejectedException if a number is beyond the doubles
   */
  static BranchDomain of(Problem problem, Law.Branch branch, List<Truncation> truncations)
      throws RejectedException {
    List<Marginal> marginals = new ArrayList<>();
    for (int q = 0; q < branch.dimension(); q++) {
      List<Distribution> distributions = branch.distributions(q);
      marginals.add(Marginal.ofMixture(distributions, branch.weights()));
    }
    List<ScaledInterval> weights = branch.weights().stream().map(ScaledInterval::of).toList();
    return new BranchDomain(
        problem, marginals, weights, InputRows.of(branch, marginals), truncations);
  }

  Problem problem() {
    return problem;
  }

  /** Number of coordinates. */
  public int dimension() {
    return marginals.size();
  }

  /** The coordinates' distributions, compiled: mixtures, if the density is a sum. */
  public List<Marginal> marginals() {
    return marginals;
  }

  /** Enclosures of the weights of the density's summands. */
  List<ScaledInterval> weights() {
    return weights;
  }

  /** From 0 to what no part of the branch weighs more than: a summand's mass is at most 1. */
  ScaledInterval greatestMass() {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (ScaledInterval weight : weights) {
      sum = sum.plus(weight);
    }
    return new ScaledInterval(new Interval(0, sum.value().upper()), sum.scale());
  }

  /** The whole domain, but for the truncated tails. */
  public BoxCell root() throws RejectedException {
    List<Side> sides = new ArrayList<>();
    for (int q = 0; q < marginals.size(); q++) {
      Marginal marginal = marginals.get(q);
      Truncation truncation = truncations.get(q);
      Interval lower = end(marginal.domainLower(), truncation.lower());
      Interval upper = end(marginal.domainUpper(), truncation.upper());
      if (lower.upper() >= upper.lower()) {
        throw new RejectedException(new ProblemRejection.TruncatedToNothing(q));
      }
      sides.add(side(marginal, lower, upper));
    }
    return new BoxCell(this, sides, Optional.empty(), 0);
  }

  /** Whether forms are those over the reals. */
  boolean isExact() {
    return problem.statement().semantics().isReal();
  }

  /**
   * How far each form may be from that over the reals, anywhere in the root box, when it is
   * evaluated as the statement's semantics says; infinite if nothing is known. Not to be changed.
   */
  public double[] deviations() {
    return deviations(rootBox());
  }

  /**
   * The same in a part of the root box. Rounding errors are of the size of the inputs, which may be
   * much smaller there than in the whole box: so it is that of all inputs in the box that are no
   * larger than they can be in the part, rounded up to a power of 4 below what they can be at all.
   *
   * @param z contains the part
   */
  double[] deviations(Interval[] z) {
    Interval[] whole = inputs.over(rootBox());
    Interval[] part = inputs.over(z);
    List<Integer> sizes = new ArrayList<>();
    for (int k = 0; k < whole.length; k++) {
      int size = 0;
      while (size < MOST_SIZES && isWithin(part[k], whole[k], size + 1)) {
        size++;
      }
      sizes.add(size);
    }
    return deviations.get(
        sizes,
        key -> {
          for (int k = 0; k < whole.length; k++) {
            double most = Math.scalb(whole[k].magnitude(), -2 * key.get(k));
            whole[k] =
                new Interval(Math.max(-most, whole[k].lower()), Math.min(most, whole[k].upper()));
          }
          return problem.deviations(whole);
        });
  }

  /** Whether a number is smaller than another one by so many powers of 4, both exact. */
  private static boolean isWithin(Interval part, Interval whole, int size) {
    double most = Math.scalb(whole.magnitude(), -2 * size);
    return part.magnitude() <= most && most >= Double.MIN_NORMAL;
  }

  private static Interval[] hull(BoxCell box) {
    return box.sides().stream().map(Side::hull).toArray(Interval[]::new);
  }

  private Interval[] rootBox() {
    Interval[] box = whole();
    for (int q = 0; q < box.length; q++) {
      Truncation truncation = truncations.get(q);
      box[q] =
          new Interval(
              Double.isFinite(box[q].lower()) ? box[q].lower() : truncation.lower(),
              Double.isFinite(box[q].upper()) ? box[q].upper() : truncation.upper());
    }
    return box;
  }

  /** Pieces that surely end before a cut, or begin behind it, are not met. */
  private static Side side(Marginal marginal, Interval lower, Interval upper) {
    List<Interval> knots = marginal.knots();
    return new Side(lower, upper, 0, knots.size()).above(lower, knots).below(upper, knots);
  }

  private static Interval end(Interval domain, double truncation) throws RejectedException {
    if (domain.isBounded()) {
      return domain;
    }
    if (!Double.isFinite(truncation)) {
      throw new RejectedException(new ProblemRejection.NotTruncated(truncation));
    }
    return Interval.of(truncation);
  }

  /** For each coordinate a side that contains its whole domain. */
  private Interval[] whole() {
    Interval[] sides = new Interval[marginals.size()];
    for (int q = 0; q < sides.length; q++) {
      Marginal marginal = marginals.get(q);
      sides[q] = new Interval(marginal.domainLower().lower(), marginal.domainUpper().upper());
    }
    return sides;
  }

  /** What is known of each form anywhere in the domain. */
  List<FormValues> everywhere() {
    return values(whole());
  }

  /** What is known of each form where the coordinates are in a box, which may be unbounded. */
  private List<FormValues> values(Interval[] box) {
    return problem.values(inputs.over(box), inputs.constants());
  }

  /**
   * All that is beyond the ends at which coordinates are cut off.
   *
   * @param isCheap whether to look at each end by itself; else no more is said than what holds
   *     everywhere
   */
  List<Tails.Part> tails(boolean isCheap) {
    List<Tails.Part> parts = new ArrayList<>();
    Tails.Reach reach = null;
    for (int q = 0; q < marginals.size(); q++) {
      for (boolean isAbove : new boolean[] {false, true}) {
        Marginal marginal = marginals.get(q);
        Interval end = isAbove ? marginal.domainUpper() : marginal.domainLower();
        if (!end.isBounded()) {
          reach = reach == null ? knownReach() : reach;
          parts.add(tail(q, isAbove, isCheap, reach));
        }
      }
    }
    return parts;
  }

  private Tails.Part tail(int coordinate, boolean isAbove, boolean isCheap, Tails.Reach reach) {
    TailDistances distances =
        new TailDistances(marginals, weights, truncations, coordinate, isAbove);
    Interval[] domain = whole();
    Truncation truncation = truncations.get(coordinate);
    domain[coordinate] =
        isAbove
            ? new Interval(truncation.upper(), Double.POSITIVE_INFINITY)
            : new Interval(Double.NEGATIVE_INFINITY, truncation.lower());
    return new Tails.Part(
        distances.mass(),
        isCheap ? values(domain) : problem.everywhere(),
        reach,
        distances.all(1),
        distances.all(2));
  }

  /** What is computed may overflow somewhere. */
  private Tails.Reach knownReach() {
    return isExact() ? reach() : Tails.Reach.UNKNOWN;
  }

  /** How forms grow from the centre of the root box. */
  private Tails.Reach reach() {
    Interval[] centre = new Interval[marginals.size()];
    Arrays.setAll(
        centre, q -> Interval.of(TailDistances.centre(marginals.get(q), truncations.get(q))));
    List<Interval> wires = problem.graph().encloseWires(inputs.over(centre), problem.stop());
    List<Interval> atCentre = new ArrayList<>();
    List<double[]> growth = new ArrayList<>();
    for (WireForm form : problem.forms()) {
      atCentre.add(Problem.known(form.over(wires)));
      double[] magnitudes = form.magnitudes(problem.graph().wires());
      growth.add(inputs.growth(Growth.of(problem.graph(), magnitudes), dimension()));
    }
    return new Tails.Reach(atCentre, growth);
  }

  /** Which wires are shown to be constant on a set of inputs. */
  ExactWires constantWires(Arguments arguments) {
    return ExactWires.constants(problem.graph(), inputs.constants(), arguments, problem.stop());
  }

  /** Encloses the probability of a box, the weighted sum of the products of its sides' ones. */
  ScaledInterval mass(List<Side> sides) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int j = 0; j < weights.size(); j++) {
      ScaledInterval product = weights.get(j);
      for (int q = 0; q < sides.size(); q++) {
        product = Scales.limited(product.times(sides.get(q).measure(densities, q).masses().get(j)));
      }
      sum = Scales.limited(sum.plus(product));
    }
    return sum;
  }

  /** Contains density times volume all over a box; nothing if it is not known. */
  Optional<ScaledInterval> spread(List<Side> sides) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (int j = 0; j < weights.size(); j++) {
      ScaledInterval product = weights.get(j);
      for (int q = 0; q < sides.size(); q++) {
        List<ScaledInterval> spreads = sides.get(q).measure(densities, q).spreads();
        if (spreads.isEmpty() || product.scale() > Scales.GREATEST) {
          return Optional.empty();
        }
        product = Scales.limited(product.times(spreads.get(j)));
      }
      sum = Scales.limited(sum.plus(product));
    }
    return Optional.of(sum);
  }

  /** A polynomial enclosure of a summand's density in one coordinate, on a smooth side; kept. */
  DensityPolynomial polynomial(int coordinate, int summand, Side side, int degree) {
    return densities.polynomial(coordinate, summand, side, degree);
  }

  /** What the densities are on sides. */
  SideDensities densities() {
    return densities;
  }

  /** A basis up to that degree or a higher one; one is kept, so that memory stays bounded. */
  synchronized BernsteinBasis basis(int degree) {
    if (basis == null || basis.degree() < degree) {
      basis = new BernsteinBasis(dimension() + 1, degree, problem.stop());
    }
    return basis;
  }

  /** What the network does at a point of z. */
  PointEnclosure enclose(Interval[] z) {
    Interval[] x = inputs.over(z);
    double[] centre = new double[x.length];
    double[] radius = new double[x.length];
    for (int k = 0; k < centre.length; k++) {
      centre[k] = x[k].middle();
      radius[k] = x[k].radius();
    }
    return PointEnclosure.of(problem.network(), centre, radius);
  }

  /** The network condensed on a box; nothing if numbers overflow, or would be too many. */
  Optional<CondensedNetwork> condensed(CentredBox box, BoxBounds bounds) {
    return CondensedNetwork.of(problem.network(), box, inputs.rows(box.magnitude()), bounds);
  }

  /** Affine bounds over a box by forward propagation, in local coordinates. */
  public BoxBounds bounds(BoxCell box) {
    InputRows.Local local = inputs.over(box.sides());
    return BoxBounds.of(problem.network(), local.centre(), local.radius());
  }

  /** Bounds of the forms as they are evaluated, from those of the forms over the reals. */
  BoxForms evaluated(BoxForms exact, BoxCell box) {
    return isExact() ? exact : new DeviatingForms(exact, deviations(hull(box)));
  }
}
