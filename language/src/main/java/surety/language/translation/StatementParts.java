package surety.language.translation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Negation;
import surety.certificates.statement.Quantity;
import surety.language.law.Interval;

/**
 * Writes conditions and figures as parts of a statement, whose outputs are those of all networks
 * counted through.
 *
 * <p>A form of a statement has no constant. A mean, a quantile and a tail mean move with it, so it
 * is added to them; variances, covariances and correlations do not depend on it.
 */
final class StatementParts {
  private final List<Integer> outputs;
  private final int inputs;
  private final List<Condition> box;

  /**
   * For networks on the same inputs.
   *
   * @param outputs how many each network has
   * @param box the intervals in which inputs lie; a condition of all that takes one
   */
  StatementParts(List<Integer> outputs, int inputs, SortedMap<Integer, Interval> box) {
    this.outputs = List.copyOf(outputs);
    this.inputs = inputs;
    this.box = conditions(box);
  }

  private static List<Condition> conditions(SortedMap<Integer, Interval> box) {
    List<Condition> conditions = new ArrayList<>();
    box.forEach(
        (input, interval) -> {
          Affine value = Affine.variable(new Coordinate(true, input));
          interval
              .lower()
              .map(end -> value.plus(Affine.constant(end.negate())))
              .ifPresent(f -> conditions.add(Condition.of(f, Comparison.GREATER_OR_EQUAL)));
          interval
              .upper()
              .map(end -> value.plus(Affine.constant(end.negate())))
              .ifPresent(f -> conditions.add(Condition.of(f, Comparison.LESS_OR_EQUAL)));
        });
    return conditions;
  }

  /** What is given; nothing if it is nothing. */
  record Premise(Optional<Event> event) {}

  /**
   * What is given, together with the box; nothing if an output or input is out of range.
   *
   * @param written what is written behind the bar
   */
  Optional<Premise> premise(Optional<Condition> written) {
    if (written.isEmpty() && box.isEmpty()) {
      return Optional.of(new Premise(Optional.empty()));
    }
    List<Condition> all = new ArrayList<>();
    written.ifPresent(all::add);
    all.addAll(box);
    return event(Condition.all(all)).map(event -> new Premise(Optional.of(event)));
  }

  /** The form without its constant; nothing if an output or input is out of range. */
  Optional<AffineForm> form(Affine affine) {
    List<Rational> ofOutputs = zeros(outputs.stream().mapToInt(Integer::intValue).sum());
    List<Rational> ofInputs = zeros(inputs);
    for (Coordinate coordinate : affine.coefficients().keySet()) {
      int size = coordinate.isInput() ? inputs : outputs.get(coordinate.network());
      if (coordinate.index() >= size) {
        return Optional.empty();
      }
      Rational coefficient = affine.coefficients().get(coordinate);
      if (coordinate.isInput()) {
        ofInputs.set(coordinate.index(), coefficient);
      } else {
        ofOutputs.set(offset(coordinate.network()) + coordinate.index(), coefficient);
      }
    }
    return Optional.of(new AffineForm(ofOutputs, ofInputs));
  }

  /** Whether nothing is under the condition of a box. */
  boolean isWithoutBox() {
    return box.isEmpty();
  }

  /** Each output of each network by itself. */
  List<AffineForm> eachOutput() {
    int count = offset(outputs.size());
    return IntStream.range(0, count).mapToObj(k -> AffineForm.ofOutput(k, count)).toList();
  }

  private int offset(int network) {
    return outputs.subList(0, network).stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Rational> zeros(int count) {
    return new ArrayList<>(Collections.nCopies(count, Rational.of(0)));
  }

  /** The event; nothing if an output or input is out of range. */
  Optional<Event> event(Condition condition) {
    if (condition instanceof Condition.Compared compared) {
      return form(compared.function())
          .map(
              form ->
                  new Atom(form, compared.comparison(), compared.function().constant().negate()));
    }
    if (condition instanceof Condition.All all) {
      return events(all.parts()).map(Conjunction::new);
    }
    if (condition instanceof Condition.Any any) {
      return events(any.parts()).map(Disjunction::new);
    }
    return condition instanceof Condition.Not not
        ? event(not.part()).map(Negation::new)
        : Optional.empty();
  }

  private Optional<List<Event>> events(List<Condition> conditions) {
    List<Event> events = conditions.stream().flatMap(part -> event(part).stream()).toList();
    return events.size() == conditions.size() ? Optional.of(events) : Optional.empty();
  }

  /** The quantity; nothing if an output or input is out of range. */
  Optional<Quantity> quantity(Figure figure) {
    if (figure instanceof Figure.Scalar number) {
      return Optional.of(new Quantity.Constant(number.value()));
    }
    if (figure instanceof Figure.Magnitude magnitude) {
      return quantity(magnitude.of()).map(Quantity.Absolute::new);
    }
    if (figure instanceof Figure.Combined combined) {
      return quantity(combined.left())
          .flatMap(
              left ->
                  quantity(combined.right())
                      .map(right -> new Quantity.Arithmetic(combined.operator(), left, right)));
    }
    return measured((Figure.Measured) figure);
  }

  private Optional<Quantity> measured(Figure.Measured measured) {
    Optional<Premise> premise = premise(measured.given());
    if (premise.isEmpty() || (!box.isEmpty() && !measured.function().takesCondition())) {
      return Optional.empty();
    }
    Optional<Event> given = premise.get().event();
    List<Affine> forms = measured.forms();
    return switch (measured.function()) {
      case P -> measured.event().flatMap(this::event).map(e -> new Quantity.Probability(e, given));
      case E -> moved(forms.get(0), form -> new Quantity.Mean(form, given));
      case VAR -> of(forms.get(0), f -> new Quantity.Dispersion(Quantity.Spread.VARIANCE, f));
      case STD -> of(forms.get(0), f -> new Quantity.Dispersion(Quantity.Spread.DEVIATION, f));
      case COV -> association(Quantity.Dependence.COVARIANCE, forms);
      case CORR -> association(Quantity.Dependence.CORRELATION, forms);
      case QUANTILE -> risk(Quantity.Tail.QUANTILE, measured);
      case CVAR -> risk(Quantity.Tail.MEAN, measured);
      case ABS, MIN, MAX, ARGMAX, ARGMIN -> Optional.empty();
    };
  }

  private Optional<Quantity> of(Affine affine, Function<AffineForm, Quantity> quantity) {
    return form(affine).map(quantity);
  }

  /** With the constant of the form behind it. */
  private Optional<Quantity> moved(Affine affine, Function<AffineForm, Quantity> quantity) {
    return of(affine, quantity)
        .map(
            of ->
                affine.constant().isZero()
                    ? of
                    : new Quantity.Arithmetic(
                        Operator.PLUS, of, new Quantity.Constant(affine.constant())));
  }

  private Optional<Quantity> association(Quantity.Dependence dependence, List<Affine> forms) {
    return form(forms.get(0))
        .flatMap(
            first ->
                form(forms.get(1))
                    .map(second -> new Quantity.Association(dependence, first, second)));
  }

  private Optional<Quantity> risk(Quantity.Tail tail, Figure.Measured measured) {
    return measured
        .level()
        .flatMap(
            level -> moved(measured.forms().get(0), form -> new Quantity.Risk(tail, form, level)));
  }
}
