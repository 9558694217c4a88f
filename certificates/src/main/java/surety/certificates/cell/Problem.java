package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.CompiledNetwork;
import surety.certificates.bounds.PointEnclosure;
import surety.certificates.bounds.WireForm;
import surety.certificates.density.Marginal;
import surety.certificates.integral.BernsteinBasis;
import surety.certificates.network.Growth;
import surety.certificates.network.Network;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Event;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;

/**
 * A statement and its networks, made ready: one graph of gates from the inputs, random ones in
 * standard coordinates, to the forms of the claim, and events over these forms.
 */
public final class Problem {
  private static final int MOST_CACHED = 1 << 16;

  /** More products than these are not spent on what happens beyond the ends. */
  private static final long MOST_PRODUCTS = 50_000_000;

  private final Statement statement;
  private final Network network;
  private final Forms forms;
  private final CompiledNetwork compiled;
  private final List<Marginal> marginals;
  private final List<Interval> fixed;
  private final List<Truncation> truncations;
  private final Stop stop;
  private final boolean hasKinks;
  private BernsteinBasis basis;
  private Optional<List<FormValues>> everywhere = Optional.empty();
  private Optional<Tails> tails = Optional.empty();
  private final Map<SideKey, ScaledInterval> masses = new ConcurrentHashMap<>();

  private record SideKey(int coordinate, Interval lower, Interval upper) {}

  private Problem(
      Statement statement,
      Network network,
      Forms forms,
      List<Marginal> marginals,
      List<Interval> fixed,
      List<Truncation> truncations,
      Stop stop) {
    this.statement = statement;
    this.network = network;
    this.forms = forms;
    this.compiled = CompiledNetwork.of(network, forms.all(), stop);
    this.marginals = List.copyOf(marginals);
    this.fixed = fixed;
    this.truncations = List.copyOf(truncations);
    this.stop = stop;
    this.hasKinks =
        network
            .activations()
            .flatMap(layer -> layer.activations().stream())
            .anyMatch(Activation::isPiecewiseLinear);
  }

  /**
   * Makes a problem of one network.
   *
   * @param truncations one for each random input, used where its distribution is unbounded
   * @throws RejectedException if statement, network and truncations do not fit together
   */
  public static Problem of(Statement statement, Network network, List<Truncation> truncations)
      throws RejectedException {
    return of(statement, List.of(network), truncations, Stop.NEVER);
  }

  /**
   * Makes a problem that can be stopped.
   *
   * @param networks as the statement has them
   * @param truncations as above
   * @param stop asked by everything that is computed with it; it ends with a {@link
   *     surety.certificates.stop.StoppedException} then
   * @throws RejectedException as above
   */
  public static Problem of(
      Statement statement, List<Network> networks, List<Truncation> truncations, Stop stop)
      throws RejectedException {
    requireShape(statement, networks);
    List<Marginal> marginals = new ArrayList<>();
    List<Interval> fixed = new ArrayList<>();
    for (Input input : statement.inputs()) {
      if (input instanceof FixedInput constant) {
        Interval value = Interval.of(constant.value());
        if (!value.isBounded()) {
          throw new RejectedException(
              new ProblemRejection.FixedInputTooLarge(constant.value().toString()));
        }
        fixed.add(value);
      } else {
        marginals.add(Marginal.of(((RandomInput) input).distribution()));
        fixed.add(null); // taken from the random coordinates, in order
      }
    }
    if (truncations.size() != marginals.size()) {
      throw new RejectedException(
          new ProblemRejection.Truncations(truncations.size(), marginals.size()));
    }
    Network network = Network.sideBySide(networks);
    Forms forms = Forms.of(statement.claim(), network, stop);
    return new Problem(statement, network, forms, marginals, fixed, truncations, stop);
  }

  private static void requireShape(Statement statement, List<Network> networks)
      throws RejectedException {
    if (networks.size() != statement.networks().size()) {
      throw new RejectedException(
          new ProblemRejection.Networks(statement.networks().size(), networks.size()));
    }
    for (int k = 0; k < networks.size(); k++) {
      Network network = networks.get(k);
      if (network.inputs() != statement.inputs().size()) {
        throw new RejectedException(
            new ProblemRejection.Inputs(network.inputs(), statement.inputs().size()));
      }
      if (network.outputs() != statement.networks().get(k).outputs()) {
        throw new RejectedException(
            new ProblemRejection.Outputs(network.outputs(), statement.networks().get(k).outputs()));
      }
    }
  }

  /** The networks side by side. */
  public Network graph() {
    return network;
  }

  /** The forms that leaves are asked about, exactly. */
  public List<WireForm> forms() {
    return forms.all();
  }

  /**
   * An event of the statement, or another one of comparisons of forms that its events compare. What
   * is decided by the values that a form can take at all is decided at once.
   */
  public CompiledEvent event(Event event) {
    return forms.event(event).simplified(c -> everywhere().get(c.form()).decided(c.threshold()));
  }

  /** By how much densities' forms are multiplied, at most: what is beyond a threshold takes one. */
  int spareDegrees() {
    return forms.spareDegrees();
  }

  /** The number of a form whose values are integrated. */
  public int integrated(AffineForm form) {
    return forms.integrated(form);
  }

  /** Encloses all values that a form can take. */
  Enclosure range(int form) {
    FormValues values = everywhere().get(form);
    return values.constant().map(Enclosure::of).orElseGet(() -> Enclosure.of(values.range()));
  }

  private synchronized List<FormValues> everywhere() {
    if (everywhere.isEmpty()) {
      everywhere = Optional.of(values(domain()));
    }
    return everywhere.get();
  }

  /** What is known of each form where the coordinates are in a box, which may be unbounded. */
  private List<FormValues> values(Interval[] box) {
    List<Interval> wires =
        network.encloseWires(inputs(box), stop).stream().map(Problem::known).toList();
    ExactWires exact = ExactWires.of(network, fixedInputs(), wires, stop);
    return forms.all().stream().map(form -> values(form, wires, exact)).toList();
  }

  private static FormValues values(WireForm form, List<Interval> wires, ExactWires exact) {
    Interval range = known(form.over(wires));
    Optional<ExactWires.Function> function = exact.function(form);
    return new FormValues(
        function.map(f -> known(f.over(wires)).intersect(range)).orElse(range),
        function.flatMap(ExactWires.Function::value));
  }

  /** A lower end that is infinity, or an upper one that is minus infinity, says nothing. */
  private static Interval known(Interval range) {
    return new Interval(
        range.lower() == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : range.lower(),
        range.upper() == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : range.upper());
  }

  /** Whether some activation is piecewise linear, so that it may be constant on a part. */
  boolean hasKinks() {
    return hasKinks;
  }

  /** Which wires are shown to be constant on a set of inputs. */
  ExactWires constantWires(ExactWires.Ranges ranges) {
    return ExactWires.constants(network, fixedInputs(), ranges, stop);
  }

  private List<Optional<Rational>> fixedInputs() {
    return statement.inputs().stream()
        .map(
            input ->
                input instanceof FixedInput f ? Optional.of(f.value()) : Optional.<Rational>empty())
        .toList();
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
    return compiled;
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
      sides.add(new Side(lower, upper, 0, marginal.knots().size()));
    }
    return new BoxCell(this, sides, 0);
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

  /** What is outside of the root box. */
  public synchronized Tails tails() {
    if (tails.isEmpty()) {
      List<Tails.Part> parts = new ArrayList<>();
      for (int q = 0; q < marginals.size(); q++) {
        Marginal marginal = marginals.get(q);
        if (!marginal.domainLower().isBounded()) {
          double end = truncations.get(q).lower();
          parts.add(tail(q, new Interval(Double.NEGATIVE_INFINITY, end)));
        }
        if (!marginal.domainUpper().isBounded()) {
          double end = truncations.get(q).upper();
          parts.add(tail(q, new Interval(end, Double.POSITIVE_INFINITY)));
        }
      }
      tails = Optional.of(new Tails(parts, parts.isEmpty() ? Tails.Reach.NONE : reach()));
    }
    return tails.get();
  }

  /** In many dimensions, or of a large network, nothing more is said than what holds everywhere. */
  private Tails.Part tail(int coordinate, Interval beyond) {
    TailDistances distances = new TailDistances(marginals, truncations, coordinate, beyond);
    ScaledInterval mass = distances.mass();
    if (2L * dimension() * network.products() > MOST_PRODUCTS) {
      return new Tails.Part(mass, everywhere(), distances.all(1), distances.all(2));
    }
    Interval[] domain = domain();
    domain[coordinate] = beyond;
    return new Tails.Part(mass, values(domain), distances.all(1), distances.all(2));
  }

  /** How forms grow from the centre of the root box. */
  private Tails.Reach reach() {
    Interval[] centre = new Interval[marginals.size()];
    for (int q = 0; q < centre.length; q++) {
      centre[q] = Interval.of(TailDistances.centre(marginals.get(q), truncations.get(q)));
    }
    List<Interval> wires = network.encloseWires(inputs(centre), stop);
    List<Interval> atCentre = new ArrayList<>();
    List<double[]> growth = new ArrayList<>();
    for (WireForm form : forms.all()) {
      atCentre.add(known(form.over(wires)));
      growth.add(growth(Growth.of(network, form.magnitudes(network.wires()))));
    }
    return new Tails.Reach(atCentre, growth);
  }

  /** In z, of growth in x. */
  private double[] growth(double[] inputs) {
    double[] growth = new double[marginals.size()];
    int q = 0;
    for (int k = 0; k < inputs.length; k++) {
      if (fixed.get(k) == null) {
        growth[q] = Rounding.multiplyUp(inputs[k], marginals.get(q).scale().magnitude());
        q++;
      }
    }
    return growth;
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
    return PointEnclosure.of(compiled, centre, radius);
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
    return BoxBounds.of(compiled, centre, radius);
  }
}
