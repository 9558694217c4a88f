package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;

/**
 * What a claim asks of each leaf of a proof tree: measures, and how the claim's bounds follow from
 * theirs.
 *
 * <p>Some numbers are free: any choice gives true bounds, a good one gives close ones. Of a cdf at
 * a number of points they are all thresholds; a quantity takes what it needs, from left to right.
 */
public final class Inquiry {
  private final Problem problem;
  private final List<Measure> measures = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  private Inquiry(Problem problem) {
    this.problem = problem;
  }

  /** How a bound follows from those of the measures, of which each has one or more numbers. */
  interface Answer {
    Enclosure of(List<List<Enclosure>> measured);
  }

  /**
   * What a problem's claim asks.
   *
   * @param numbers the free ones
   * @throws CellException if they are not those that the claim needs
   */
  public static Inquiry of(Problem problem, List<Rational> numbers) throws CellException {
    Inquiry inquiry = new Inquiry(problem);
    Claim claim = problem.statement().claim();
    if (claim instanceof BandClaim band) {
      inquiry.ask(band, numbers);
    } else if (numbers.isEmpty()) {
      inquiry.answers.add(inquiry.answer(((QuantityClaim) claim).quantity()));
    } else {
      throw new CellException("there are more numbers than the claim has a use for");
    }
    return inquiry;
  }

  Problem problem() {
    return problem;
  }

  List<Measure> measures() {
    return measures;
  }

  /** The claim's bounds: one for a quantity, of a cdf one for each threshold. */
  List<Enclosure> bounds(List<List<Enclosure>> measured) {
    return answers.stream().map(answer -> answer.of(measured)).toList();
  }

  private void ask(BandClaim band, List<Rational> thresholds) throws CellException {
    for (int k = 1; k < thresholds.size(); k++) {
      if (thresholds.get(k - 1).compareTo(thresholds.get(k)) >= 0) {
        throw new CellException("the thresholds do not ascend");
      }
    }
    if (!band.thresholds().admits(thresholds)) {
      throw new CellException("the thresholds are not those that the statement asks for");
    }
    List<CompiledEvent> events = new ArrayList<>();
    for (Rational threshold : thresholds) {
      events.add(problem.event(new Atom(band.form(), Comparison.LESS_OR_EQUAL, threshold)));
    }
    if (band.given().isPresent()) {
      CompiledEvent given = problem.event(band.given().get());
      events.forEach(event -> answers.add(conditional(event, given)));
      return;
    }
    int measure = add(new Cdf(events));
    for (int k = 0; k < events.size(); k++) {
      int index = k;
      answers.add(measured -> measured.get(measure).get(index));
    }
  }

  private Answer answer(Quantity quantity) throws CellException {
    if (quantity instanceof Quantity.Constant constant) {
      Enclosure value = Enclosure.of(constant.value());
      return measured -> value;
    }
    if (quantity instanceof Quantity.Probability probability) {
      CompiledEvent event = problem.event(probability.event());
      Optional<CompiledEvent> given = probability.given().map(problem::event);
      return given.map(g -> conditional(event, g)).orElseGet(() -> probability(event));
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      Answer of = answer(absolute.of());
      return measured -> of.of(measured).abs();
    }
    if (quantity instanceof Quantity.Arithmetic arithmetic) {
      Answer left = answer(arithmetic.left());
      Answer right = answer(arithmetic.right());
      return measured ->
          apply(arithmetic.operator(), left.of(measured), right.of(measured));
    }
    throw new CellException("this quantity is not computed: " + quantity.canonical());
  }

  private static Enclosure apply(Quantity.Operator operator, Enclosure left, Enclosure right) {
    return switch (operator) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case DIVIDED_BY -> left.dividedBy(right);
    };
  }

  private Answer probability(CompiledEvent event) {
    int measure = add(new EventProbability(event));
    return measured -> measured.get(measure).get(0);
  }

  /**
   * With x = P(a and b) and y = P(not a and b), P(a | b) = x / (x + y) rises with x and falls with
   * y: its bounds come from opposite ends. Nothing is known where P(b) may be 0.
   */
  private Answer conditional(CompiledEvent event, CompiledEvent given) {
    Answer both = probability(event.and(given));
    Answer other = probability(event.negated().and(given));
    return measured -> {
      Enclosure x = both.of(measured);
      Enclosure y = other.of(measured);
      if (x.lower().signum() <= 0 && y.lower().signum() <= 0) {
        return Enclosure.WHOLE;
      }
      Enclosure least = new Enclosure(x.lower(), x.lower());
      Enclosure most = new Enclosure(x.upper(), x.upper());
      Enclosure lower = least.dividedBy(least.plus(new Enclosure(y.upper(), y.upper())));
      Enclosure upper = most.dividedBy(most.plus(new Enclosure(y.lower(), y.lower())));
      return new Enclosure(lower.lower(), upper.upper()).intersect(UNIT);
    };
  }

  private static final Enclosure UNIT = new Enclosure(Enclosure.ZERO.lower(), Enclosure.ONE.upper());

  /** Equal measures are computed once. */
  private int add(Measure measure) {
    int known = measures.indexOf(measure);
    if (known >= 0) {
      return known;
    }
    measures.add(measure);
    return measures.size() - 1;
  }
}
