package surety.language.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Deviation;
import surety.certificates.network.Network;
import surety.certificates.replay.NetworkContent;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Event;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Semantics;
import surety.certificates.stop.Stop;
import surety.language.Obligation;
import surety.language.display.BoundsText;
import surety.language.display.Decimals;
import surety.solver.evaluation.Evaluation;
import surety.solver.evaluation.OnnxRuntime;
import surety.solver.evaluation.RuntimeEstimate;
import surety.solver.evaluation.RuntimeEstimate.Computed;

/**
 * A network fed with one input.
 *
 * @param inputs what the inputs are called and which distributions they have
 * @param outputNames what the outputs are called
 * @param evaluation over the reals
 * @param estimate by ONNX Runtime
 * @param answers of the properties, queries and named events that were asked about
 * @param deviations how far each output, computed in the format that the semantics names, may be
 *     from that over the reals at this input: proven; empty if it names none
 */
public record Trial(
    NamedInputs inputs,
    List<String> outputNames,
    Evaluation evaluation,
    RuntimeEstimate estimate,
    List<EventAnswer> answers,
    List<Double> deviations) {
  private static final MathContext FIRST_DIGITS = new MathContext(12, RoundingMode.DOWN);

  /** Keeps copies. */
  public Trial {
    outputNames = List.copyOf(outputNames);
    answers = List.copyOf(answers);
    deviations = List.copyOf(deviations);
  }

  /** About the function over the reals. */
  public Trial(
      NamedInputs inputs,
      List<String> outputNames,
      Evaluation evaluation,
      RuntimeEstimate estimate,
      List<EventAnswer> answers) {
    this(inputs, outputNames, evaluation, estimate, answers, List.of());
  }

  /**
   * Feeds a network.
   *
   * @param networks what the kernel reads in the files
   * @param models what the files hold
   * @param values of all inputs
   * @param asked the properties and queries whose events are looked at, conditions included
   * @param named queries for the probabilities of named events, which are looked at as well
   */
  public static Trial of(
      List<Network> networks,
      List<NetworkContent> models,
      NamedInputs inputs,
      List<String> outputNames,
      List<Rational> values,
      List<Obligation> asked,
      List<Obligation> named) {
    Network graph = Network.sideBySide(networks);
    Evaluation evaluation = Evaluation.of(graph, values);
    List<RuntimeEstimate> estimates = new ArrayList<>();
    for (int k = 0; k < networks.size(); k++) {
      int outputs = networks.get(k).outputs();
      estimates.add(OnnxRuntime.estimate(models.get(k), values, outputs));
    }
    RuntimeEstimate estimate = RuntimeEstimate.joined(estimates);
    List<EventAnswer> answers =
        Stream.concat(
                asked.stream().flatMap(Trial::questions),
                named.stream().flatMap(o -> questions(o).limit(1).map(Question::named)))
            .map(question -> question.answer(evaluation, estimate))
            .toList();
    List<Double> deviations =
        Stream.concat(asked.stream(), named.stream())
            .findFirst()
            .map(obligation -> deviations(graph, values, obligation.statement().semantics()))
            .orElse(List.of());
    return new Trial(inputs, outputNames, evaluation, estimate, answers, deviations);
  }

  private static List<Double> deviations(
      Network graph, List<Rational> values, Semantics semantics) {
    return semantics
        .format()
        .map(
            format -> {
              Interval[] at = values.stream().map(Interval::of).toArray(Interval[]::new);
              List<Interval> wires = graph.encloseWires(at, Stop.NEVER);
              double[] all = Deviation.of(graph, format, semantics.accuracy(), wires);
              return Arrays.stream(graph.output().of(all)).boxed().toList();
            })
        .orElse(List.of());
  }

  /**
   * How far an output may be from that over the reals, if the semantics says how it is computed.
   */
  public Optional<Double> deviation(int output) {
    return deviations.isEmpty() ? Optional.empty() : Optional.of(deviations.get(output));
  }

  /** The event of a property or query that is about the probability of one. */
  public static Optional<Event> event(Obligation obligation) {
    return obligation.statement().claim() instanceof QuantityClaim claim
        ? claim.event()
        : Optional.empty();
  }

  /** An event, and where it stands. */
  private record Question(Obligation asked, EventRole role, Event event) {
    Question named() {
      return new Question(asked, EventRole.NAMED, event);
    }

    EventAnswer answer(Evaluation evaluation, RuntimeEstimate estimate) {
      boolean isWritten = role == EventRole.ASKED || role == EventRole.NAMED;
      return new EventAnswer(
          asked,
          role,
          isWritten
              ? EventText.of(asked, event)
              : EventText.of(event, asked.outputs(), asked.inputs()),
          evaluation.occurrence(event),
          estimate instanceof Computed computed ? computed.happens(event) : Optional.empty());
    }
  }

  private static Stream<Question> questions(Obligation asked) {
    Claim claim = asked.statement().claim();
    if (claim instanceof QuantityClaim quantity
        && quantity.quantity() instanceof Quantity.Probability p) {
      return Stream.concat(
          Stream.of(new Question(asked, EventRole.ASKED, p.event())),
          p.given().stream().map(given -> new Question(asked, EventRole.CONDITION, given)));
    }
    boolean isGiven =
        claim instanceof BandClaim
            || (claim instanceof QuantityClaim quantity
                && quantity.quantity() instanceof Quantity.Mean);
    EventRole role = isGiven ? EventRole.CONDITION : EventRole.PART;
    return claim.events().stream().distinct().map(event -> new Question(asked, role, event));
  }

  /** The inputs, for people. */
  public List<NamedValue> inputValues() {
    return IntStream.range(0, inputs.names().size()).mapToObj(this::input).toList();
  }

  /** The outputs, for people. */
  public List<NamedValue> outputValues() {
    return IntStream.range(0, outputNames.size()).mapToObj(this::output).toList();
  }

  /** How far an output of ONNX Runtime is from the value over the reals; an estimate. */
  public Optional<Rational> rounding(int output) {
    if (!(estimate instanceof Computed computed)
        || !Double.isFinite(computed.outputs().get(output))) {
      return Optional.empty();
    }
    Rational theirs = Rational.ofDouble(computed.outputs().get(output));
    return evaluation.rounded().map(ours -> theirs.minus(ours.get(output)));
  }

  private NamedValue input(int k) {
    Rational value = evaluation.inputs().get(k);
    Optional<String> rounded =
        estimate instanceof Computed computed && !isExactly(computed.inputs().get(k), value)
            ? Optional.of(Double.toString(computed.inputs().get(k)))
            : Optional.empty();
    return new NamedValue(inputs.names().get(k), Decimals.exact(value), rounded);
  }

  private static boolean isExactly(double rounded, Rational value) {
    return Double.isFinite(rounded) && Rational.ofDouble(rounded).equals(value);
  }

  private NamedValue output(int j) {
    String exact =
        evaluation
            .exact()
            .map(values -> text(values.get(j)))
            .orElseGet(() -> text(evaluation.enclosures().get(j)));
    Optional<String> theirs =
        estimate instanceof Computed computed
            ? Optional.of(computed.format().text(computed.outputs().get(j)))
            : Optional.empty();
    return new NamedValue(outputNames.get(j), exact, theirs);
  }

  /** Exactly where that is short, else the first digits and three points. */
  private static String text(Rational value) {
    BigDecimal nearest = Decimals.nearest(value);
    if (nearest.precision() <= FIRST_DIGITS.getPrecision()
        && Rational.parse(nearest.toString()).equals(value)) {
      return Decimals.text(nearest);
    }
    BigDecimal begin =
        new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), FIRST_DIGITS);
    String digits = Decimals.text(begin);
    int exponent = digits.indexOf('e');
    return exponent < 0
        ? digits + "..."
        : digits.substring(0, exponent) + "..." + digits.substring(exponent);
  }

  private static String text(Interval y) {
    return y.isBounded()
        ? BoundsText.of(Bound.of(y.lower()), Bound.of(y.upper()), List.of())
        : "unknown";
  }
}
