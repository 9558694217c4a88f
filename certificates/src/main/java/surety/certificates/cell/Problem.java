package surety.certificates.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.bounds.CompiledNetwork;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.Deviation;
import surety.certificates.network.Network;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Event;
import surety.certificates.statement.Law;
import surety.certificates.statement.Semantics;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;

/**
 * A statement and its networks, made ready: one graph of gates from the inputs to the forms of the
 * claim, events over these forms, and for each branch of the law the coordinates that the inputs
 * are functions of.
 */
public final class Problem {
  /** More products than these are not spent on what happens beyond the ends. */
  private static final long MOST_PRODUCTS = 50_000_000;

  private final Statement statement;
  private final Network network;
  private final Forms forms;
  private final CompiledNetwork compiled;
  private final List<BranchDomain> branches;
  private final Stop stop;
  private final boolean hasKinks;
  private Optional<List<FormValues>> everywhere = Optional.empty();
  private Optional<Tails> tails = Optional.empty();

  private Problem(Statement statement, Network network, List<Truncation> truncations, Stop stop)
      throws RejectedException {
    this.statement = statement;
    this.network = network;
    this.forms = Forms.of(statement.claim(), statement.semantics(), network, stop);
    this.compiled = CompiledNetwork.of(network, forms.all(), stop);
    this.stop = stop;
    this.hasKinks =
        network
            .activations()
            .flatMap(layer -> layer.activations().stream())
            .anyMatch(Activation::isPiecewiseLinear);
    List<BranchDomain> domains = new ArrayList<>();
    int first = 0;
    for (Law.Branch branch : statement.law().branches()) {
      int end = first + branch.dimension();
      domains.add(BranchDomain.of(this, branch, truncations.subList(first, end)));
      first = end;
    }
    this.branches = List.copyOf(domains);
  }

  /**
   * Makes a problem of one network.
   *
   * @param truncations one for each coordinate of each branch, used where it is unbounded
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
    int coordinates = statement.law().coordinates();
    if (truncations.size() != coordinates) {
      throw new RejectedException(
          new ProblemRejection.Truncations(truncations.size(), coordinates));
    }
    Network graph = Network.sideBySide(networks);
    Optional<String> obstacle =
        statement.semantics().format().flatMap(format -> Deviation.obstacle(graph, format));
    if (obstacle.isPresent()) {
      throw new RejectedException(new ProblemRejection.Unevaluable(obstacle.get()));
    }
    return new Problem(statement, graph, truncations, stop);
  }

  private static void requireShape(Statement statement, List<Network> networks)
      throws RejectedException {
    if (networks.size() != statement.networks().size()) {
      throw new RejectedException(
          new ProblemRejection.Networks(statement.networks().size(), networks.size()));
    }
    for (int k = 0; k < networks.size(); k++) {
      Network network = networks.get(k);
      if (network.inputs() != statement.law().inputs()) {
        throw new RejectedException(
            new ProblemRejection.Inputs(network.inputs(), statement.law().inputs()));
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

  /** What is known of each form wherever the inputs may be, in any branch or the rest. */
  synchronized List<FormValues> everywhere() {
    if (everywhere.isEmpty()) {
      List<List<FormValues>> all = new ArrayList<>();
      branches.forEach(branch -> all.add(branch.everywhere()));
      if (!statement.law().rest().isZero()) {
        all.add(anywhere());
      }
      everywhere =
          Optional.of(
              IntStream.range(0, forms.all().size())
                  .mapToObj(form -> FormValues.either(all.stream().map(v -> v.get(form)).toList()))
                  .toList());
    }
    return everywhere.get();
  }

  /** What is known of each form if nothing is known of the inputs. */
  private List<FormValues> anywhere() {
    int inputs = statement.law().inputs();
    Interval[] whole = new Interval[inputs];
    Arrays.fill(whole, Interval.WHOLE);
    return values(whole, Collections.nCopies(inputs, Optional.empty()));
  }

  /**
   * What is known of each form where the inputs are in a box, which may be unbounded.
   *
   * @param constants the inputs that are constant, exactly
   */
  List<FormValues> values(Interval[] inputs, List<Optional<Rational>> constants) {
    List<Interval> wires = network.encloseWires(inputs, stop).stream().map(Problem::known).toList();
    ExactWires exact = ExactWires.of(network, constants, wires, stop);
    double[] deviations = deviations(wires);
    return IntStream.range(0, deviations.length)
        .mapToObj(k -> values(forms.all().get(k), wires, exact).widened(deviations[k]))
        .toList();
  }

  /**
   * How far each form may be from that over the reals when the network is evaluated as the
   * statement's semantics says; infinite if nothing is known, over the reals 0.
   *
   * @param inputs contain all inputs
   */
  double[] deviations(Interval[] inputs) {
    return statement.semantics().isReal()
        ? new double[forms.all().size()]
        : deviations(network.encloseWires(inputs, stop).stream().map(Problem::known).toList());
  }

  private double[] deviations(List<Interval> wires) {
    double[] deviations = new double[forms.all().size()];
    Semantics semantics = statement.semantics();
    if (semantics.isReal()) {
      return deviations;
    }
    FloatFormat format = semantics.format().orElseThrow();
    double[] ofWires = Deviation.of(network, format, semantics.accuracy(), wires);
    Arrays.setAll(deviations, k -> deviation(forms.computed().get(k), ofWires, format));
    return deviations;
  }

  private static double deviation(Forms.Computed computed, double[] ofWires, FloatFormat format) {
    if (computed.form().isEmpty()) {
      return 0;
    }
    WireForm form = computed.form().get();
    double flushed = computed.isClamped() ? 2 * format.leastNormal() : 0;
    double sum = 0;
    for (int wire : form.weights().keySet()) {
      double off = Rounding.addUp(ofWires[wire], flushed);
      sum = Rounding.addUp(sum, Rounding.multiplyUp(form.encloseWeight(wire).magnitude(), off));
    }
    return sum;
  }

  private static FormValues values(WireForm form, List<Interval> wires, ExactWires exact) {
    Interval range = known(form.over(wires));
    Optional<ExactWires.Function> function = exact.function(form);
    return new FormValues(
        function.map(f -> known(f.over(wires)).intersect(range)).orElse(range),
        function.flatMap(ExactWires.Function::value));
  }

  /** A lower end that is infinity, or an upper one that is minus infinity, says nothing. */
  public static Interval known(Interval range) {
    return new Interval(
        range.lower() == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : range.lower(),
        range.upper() == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : range.upper());
  }

  /** Whether some activation is piecewise linear, so that it may be constant on a part. */
  boolean hasKinks() {
    return hasKinks;
  }

  /** Whether somebody wants what is computed with this to end. */
  public Stop stop() {
    return stop;
  }

  /** The statement. */
  public Statement statement() {
    return statement;
  }

  /** The law's branches, in their order. */
  public List<BranchDomain> branches() {
    return branches;
  }

  CompiledNetwork network() {
    return compiled;
  }

  /**
   * What is outside of the branches' root boxes. In many dimensions, or of a large network, nothing
   * more is said of it than what holds everywhere.
   */
  public synchronized Tails tails() {
    if (tails.isEmpty()) {
      boolean isCheap = 2L * statement.law().coordinates() * network.products() <= MOST_PRODUCTS;
      List<Tails.Part> parts = new ArrayList<>();
      branches.forEach(branch -> parts.addAll(branch.tails(isCheap)));
      Rational rest = statement.law().rest();
      if (!rest.isZero()) {
        parts.add(Tails.Part.rest(ScaledInterval.of(rest), anywhere()));
      }
      tails = Optional.of(new Tails(parts, statement.law().isNormalised()));
    }
    return tails.get();
  }
}
