package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.CompiledNetwork;
import surety.certificates.bounds.PointEnclosure;
import surety.certificates.density.Marginal;
import surety.certificates.integral.BernsteinBasis;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Claim;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.ProbabilityClaim;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;

/**
 * A statement and its network, made ready: random inputs in standard coordinates, and the event as
 * {@code g <= t} or {@code g < t} for one affine form g of the outputs. A comparison from above is
 * turned around: {@code form > t} is {@code -form < -t}.
 */
public final class Problem {
  private static final int MOST_CACHED = 1 << 16;

  /** More products than these are not spent on what happens beyond the ends. */
  private static final long MOST_PRODUCTS = 50_000_000;

  private final Statement statement;
  private final OutputClamp clamp;
  private final FormRange formRange;
  private final CompiledNetwork network;
  private final List<Marginal> marginals;
  private final List<Interval> fixed;
  private final List<Truncation> truncations;
  private final Stop stop;
  private BernsteinBasis basis;
  private Optional<FormRange.Values> everywhere = Optional.empty();
  private Optional<Tails> tails = Optional.empty();
  private final Map<SideKey, ScaledInterval> masses = new ConcurrentHashMap<>();

  private record SideKey(int coordinate, Interval lower, Interval upper) {}

  private Problem(
      Statement statement,
      OutputClamp clamp,
      FormRange formRange,
      CompiledNetwork network,
      List<Marginal> marginals,
      List<Interval> fixed,
      List<Truncation> truncations,
      Stop stop) {
    this.statement = statement;
    this.clamp = clamp;
    this.formRange = formRange;
    this.network = network;
    this.marginals = List.copyOf(marginals);
    this.fixed = fixed;
    this.truncations = List.copyOf(truncations);
    this.stop = stop;
  }

  /**
   * Makes a problem.
   *
   * @param truncations one for each random input, used where its distribution is unbounded
   * @throws CellException if statement, network and truncations do not fit together
   */
  public static Problem of(Statement statement, Network network, List<Truncation> truncations)
      throws CellException {
    return of(statement, network, truncations, Stop.NEVER);
  }

  /**
   * Makes a problem that can be stopped.
   *
   * @param truncations as above
   * @param stop asked by everything that is computed with it; it ends with a {@link
   *     surety.certificates.stop.StoppedException} then
   * @throws CellException as above
   */
  public static Problem of(
      Statement statement, Network network, List<Truncation> truncations, Stop stop)
      throws CellException {
    requireShape(statement, network);
    List<Marginal> marginals = new ArrayList<>();
    List<Interval> fixed = new ArrayList<>();
    for (Input input : statement.inputs()) {
      if (input instanceof FixedInput constant) {
        Interval value = Interval.of(constant.value());
        if (!value.isBounded()) {
          throw new CellException("a fixed input beyond 1e308 cannot be computed with");
        }
        fixed.add(value);
      } else {
        marginals.add(Marginal.of(((RandomInput) input).distribution()));
        fixed.add(null); // taken from the random coordinates, in order
      }
    }
    if (truncations.size() != marginals.size()) {
      throw new CellException(
          "there are %d truncations for %d random inputs"
              .formatted(truncations.size(), marginals.size()));
    }
    AffineForm form = statement.claim().affineForm();
    boolean turned = isTurned(statement.claim());
    OutputClamp clamp = OutputClamp.of(network, form, turned);
    CompiledNetwork compiled = CompiledNetwork.of(clamp.network(), form, turned, stop);
    List<Optional<Rational>> values = statement.inputs().stream().map(Problem::fixedValue).toList();
    FormRange range = new FormRange(clamp.network(), form, turned, values, stop);
    return new Problem(statement, clamp, range, compiled, marginals, fixed, truncations, stop);
  }

  private static Optional<Rational> fixedValue(Input input) {
    return input instanceof FixedInput fixed ? Optional.of(fixed.value()) : Optional.empty();
  }

  private static void requireShape(Statement statement, Network network) throws CellException {
    if (network.inputs() != statement.inputs().size()) {
      throw new CellException(
          "the network has %d inputs, the statement %d"
              .formatted(network.inputs(), statement.inputs().size()));
    }
    if (network.outputs() != statement.outputs()) {
      throw new CellException(
          "the network has %d outputs, the statement %d"
              .formatted(network.outputs(), statement.outputs()));
    }
  }

  private static boolean isTurned(Claim claim) {
    return claim instanceof ProbabilityClaim p && !p.event().comparison().isBelow();
  }

  /** Whether the form and thresholds are negated. */
  public boolean isTurned() {
    return isTurned(statement.claim());
  }

  private boolean isInclusive() {
    return !(statement.claim() instanceof ProbabilityClaim p)
        || p.event().comparison().includesEqual();
  }

  /**
   * The event at a threshold as the statement names it, as one of the form that is bounded. It is
   * decided at once where all values that the form can take at all are on one side.
   */
  public Threshold threshold(Rational given) {
    Threshold threshold = clamp.threshold(isTurned() ? given.negate() : given, isInclusive());
    FormRange.Values values = everywhere();
    if (values.areIn(threshold)) {
      return Threshold.ALWAYS;
    }
    return values.areOutside(threshold) ? Threshold.NEVER : threshold;
  }

  private synchronized FormRange.Values everywhere() {
    if (everywhere.isEmpty()) {
      everywhere = Optional.of(formRange.over(inputs(domain())));
    }
    return everywhere.get();
  }

  /** The form's value on a cell, if it is shown to be constant there. */
  Optional<Rational> constant(ConstantForm.Ranges ranges) {
    return ConstantForm.of(formRange, ranges);
  }

  /** The network of which the form is bounded: without a ReLU or Clip at its very end. */
  public Network bounded() {
    return clamp.network();
  }

  /** Whether somebody wants what is computed with this to end. */
  public Stop stop() {
    return stop;
  }

  /** The statement. */
  public Statement statement() {
    return statement;
  }

  /** Number of random inputs. */
  public int dimension() {
    return marginals.size();
  }

  /** The random inputs' distributions, compiled. */
  public List<Marginal> marginals() {
    return marginals;
  }

  CompiledNetwork network() {
    return network;
  }

  /** The whole domain, but for the truncated tails. */
  public BoxCell root() throws CellException {
    List<Side> sides = new ArrayList<>();
    for (int q = 0; q < marginals.size(); q++) {
      Marginal marginal = marginals.get(q);
      Truncation truncation = truncations.get(q);
      Interval lower = end(marginal.domainLower(), truncation.lower());
      Interval upper = end(marginal.domainUpper(), truncation.upper());
      if (lower.upper() >= upper.lower()) {
        throw new CellException("random input " + q + " is truncated to nothing");
      }
      sides.add(new Side(lower, upper, 0, marginal.knots().size()));
    }
    return new BoxCell(this, sides, 0);
  }

  private static Interval end(Interval domain, double truncation) throws CellException {
    if (domain.isBounded()) {
      return domain;
    }
    if (!Double.isFinite(truncation)) {
      throw new CellException("an unbounded input is truncated at a finite number");
    }
    return Interval.of(truncation);
  }

  /** What is outside of the root box. */
  public synchronized Tails tails() {
    if (tails.isEmpty()) {
      List<Tails.Part> parts = new ArrayList<>();
      for (int q = 0; q < marginals.size(); q++) {
        Marginal marginal = marginals.get(q);
        if (!marginal.domainLower().isBounded()) {
          double end = truncations.get(q).lower();
          parts.add(tail(q, Double.NEGATIVE_INFINITY, end, marginal.tailBelow(end)));
        }
        if (!marginal.domainUpper().isBounded()) {
          double end = truncations.get(q).upper();
          parts.add(tail(q, end, Double.POSITIVE_INFINITY, marginal.tailAbove(end)));
        }
      }
      tails = Optional.of(new Tails(parts));
    }
    return tails.get();
  }

  /** In many dimensions, or of a large network, nothing more is said than what holds everywhere. */
  private Tails.Part tail(int coordinate, double lower, double upper, ScaledInterval mass) {
    if (2L * dimension() * formRange.products() > MOST_PRODUCTS) {
      return new Tails.Part(mass, everywhere());
    }
    Interval[] domain = domain();
    domain[coordinate] = new Interval(lower, upper);
    return new Tails.Part(mass, formRange.over(inputs(domain)));
  }

  /** For each coordinate a side that contains its whole domain. */
  private Interval[] domain() {
    Interval[] sides = new Interval[marginals.size()];
    for (int q = 0; q < sides.length; q++) {
      Marginal marginal = marginals.get(q);
      sides[q] = new Interval(marginal.domainLower().lower(), marginal.domainUpper().upper());
    }
    return sides;
  }

  /** Contains the network's inputs where z is in a box. */
  private Interval[] inputs(Interval[] z) {
    Interval[] inputs = new Interval[fixed.size()];
    int q = 0;
    for (int k = 0; k < inputs.length; k++) {
      inputs[k] = fixed.get(k);
      if (inputs[k] == null) {
        inputs[k] = z[q].times(marginals.get(q).scale()).plus(marginals.get(q).shift());
        q++;
      }
    }
    return inputs;
  }

  /** Encloses the probability of a side. Kept, because neighbouring boxes share sides. */
  ScaledInterval mass(int coordinate, Side side) {
    stop.check();
    if (masses.size() > MOST_CACHED) {
      masses.clear();
    }
    return masses.computeIfAbsent(
        new SideKey(coordinate, side.lower(), side.upper()),
        key -> marginals.get(coordinate).mass(key.lower(), key.upper()));
  }

  /** A basis up to that degree or a higher one; one is kept, so that memory stays bounded. */
  synchronized BernsteinBasis basis(int degree) {
    if (basis == null || basis.degree() < degree) {
      basis = new BernsteinBasis(dimension() + 1, degree, stop);
    }
    return basis;
  }

  /** What the network does at a point of z. */
  PointEnclosure enclose(Interval[] z) {
    Interval[] inputs = inputs(z);
    double[] centre = new double[inputs.length];
    double[] radius = new double[inputs.length];
    for (int k = 0; k < centre.length; k++) {
      centre[k] = inputs[k].middle();
      radius[k] = inputs[k].radius();
    }
    return PointEnclosure.of(network, centre, radius);
  }

  /**
   * Affine bounds over a box in coordinates xi from -1 to 1: {@code z = middle + half xi} with the
   * exact middle and half length of each side, which are known by enclosures.
   */
  public BoxBounds bounds(BoxCell box) {
    int n = dimension();
    double[][] centre = new double[n + 1][fixed.size()];
    double[] radius = new double[fixed.size()];
    int q = 0;
    for (int k = 0; k < radius.length; k++) {
      Interval constant = fixed.get(k);
      if (constant == null) {
        Side side = box.sides().get(q);
        Interval scale = marginals.get(q).scale();
        Interval middle = side.lower().plus(side.upper()).times(0.5);
        Interval slope = side.length().times(0.5).times(scale);
        constant = middle.times(scale).plus(marginals.get(q).shift());
        centre[q + 1][k] = slope.middle();
        radius[k] = slope.radius(); // |xi| <= 1
        q++;
      }
      centre[0][k] = constant.middle();
      radius[k] = Rounding.addUp(radius[k], constant.radius());
    }
    return BoxBounds.of(network, centre, radius);
  }
}
