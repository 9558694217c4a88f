package surety.certificates.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/**
 * Reads the canonical text of a claim, from left to right. It need not refuse what is not
 * canonical: that is seen when the claim is written again.
 */
final class ClaimReader {
  private static final int MOST_NESTED = 100;

  /** Most coefficients in all forms together, zeros included. */
  private static final long MOST_COEFFICIENTS = 1 << 21;

  private final String text;
  private final int outputs;
  private final int inputs;
  private int position;
  private int nested;
  private long coefficients;

  private ClaimReader(String text, int outputs, int inputs) {
    this.text = text;
    this.outputs = outputs;
    this.inputs = inputs;
  }

  /** The claim of a line. */
  static Claim read(String line, int outputs, int inputs) throws StatementException {
    ClaimReader reader = new ClaimReader(line, outputs, inputs);
    Claim claim = reader.claim();
    if (reader.position != line.length()) {
      throw reader.expected("the end of the line");
    }
    return claim;
  }

  private Claim claim() throws StatementException {
    if (takes("cdf(")) {
      return band();
    }
    return takes("moments(") ? moments() : quantityClaim();
  }

  private MomentsClaim moments() throws StatementException {
    List<AffineForm> forms = forms();
    expect(")");
    return new MomentsClaim(forms);
  }

  private List<AffineForm> forms() throws StatementException {
    List<AffineForm> forms = new ArrayList<>();
    do {
      forms.add(form());
    } while (takes(", "));
    return forms;
  }

  private BandClaim band() throws StatementException {
    List<AffineForm> forms = forms();
    Optional<Event> given = condition();
    expect(") at ");
    List<Thresholds> thresholds = new ArrayList<>();
    do {
      thresholds.add(thresholds());
    } while (takes(" x "));
    return new BandClaim(forms, given, thresholds);
  }

  private Thresholds thresholds() throws StatementException {
    if (takes("[")) {
      List<Rational> values = new ArrayList<>();
      do {
        values.add(rational());
      } while (takes(", "));
      expect("]");
      return new ListedThresholds(values);
    }
    int count = count();
    expect(" points");
    return new EvenThresholds(count);
  }

  private QuantityClaim quantityClaim() throws StatementException {
    Quantity quantity = quantity();
    expect(" ");
    if (takes("= ?")) {
      return new QuantityClaim(quantity, Optional.empty());
    }
    if (takes("in [")) {
      Rational lower = rational();
      expect(", ");
      Rational upper = rational();
      expect("]");
      return new QuantityClaim(quantity, Optional.of(new Range(lower, upper)));
    }
    Comparison comparison = comparison();
    return new QuantityClaim(quantity, Optional.of(new Limit(comparison, rational())));
  }

  private Quantity quantity() throws StatementException {
    deeper();
    Quantity quantity = plainQuantity();
    nested--;
    return quantity;
  }

  private Quantity plainQuantity() throws StatementException {
    if (takes("P(")) {
      Event event = event();
      return closed(new Quantity.Probability(event, condition()));
    }
    if (takes("E(")) {
      AffineForm form = form();
      return closed(new Quantity.Mean(form, condition()));
    }
    if (takes("abs(")) {
      return closed(new Quantity.Absolute(quantity()));
    }
    if (takes("(")) {
      Quantity left = quantity();
      expect(" ");
      Quantity.Operator operator = operator();
      expect(" ");
      return closed(new Quantity.Arithmetic(operator, left, quantity()));
    }
    Optional<Quantity> ofForms = ofForms();
    return ofForms.isPresent() ? ofForms.get() : new Quantity.Constant(rational());
  }

  private Optional<Quantity> ofForms() throws StatementException {
    for (Quantity.Spread spread : Quantity.Spread.values()) {
      if (takes(spread.word() + "(")) {
        return Optional.of(closed(new Quantity.Dispersion(spread, form())));
      }
    }
    for (Quantity.Dependence dependence : Quantity.Dependence.values()) {
      if (takes(dependence.word() + "(")) {
        AffineForm first = form();
        expect(", ");
        return Optional.of(closed(new Quantity.Association(dependence, first, form())));
      }
    }
    for (Quantity.Tail tail : Quantity.Tail.values()) {
      if (takes(tail.word() + "(")) {
        AffineForm form = form();
        expect(", ");
        return Optional.of(closed(new Quantity.Risk(tail, form, rational())));
      }
    }
    return Optional.empty();
  }

  private Quantity closed(Quantity quantity) throws StatementException {
    expect(")");
    return quantity;
  }

  private Quantity.Operator operator() throws StatementException {
    for (Quantity.Operator operator : Quantity.Operator.values()) {
      if (takes(operator.symbol())) {
        return operator;
      }
    }
    throw expected("an operator");
  }

  private Optional<Event> condition() throws StatementException {
    return takes(" | ") ? Optional.of(event()) : Optional.empty();
  }

  private Event event() throws StatementException {
    deeper();
    Event event = plainEvent();
    nested--;
    return event;
  }

  private Event plainEvent() throws StatementException {
    if (takes("not ")) {
      return new Negation(event());
    }
    if (!takes("(")) {
      AffineForm form = form();
      expect(" ");
      Comparison comparison = comparison();
      return new Atom(form, comparison, rational());
    }
    List<Event> parts = new ArrayList<>();
    parts.add(event());
    boolean isConjunction = text.startsWith(" and ", position);
    do {
      expect(isConjunction ? " and " : " or ");
      parts.add(event());
    } while (!takes(")"));
    return isConjunction ? new Conjunction(parts) : new Disjunction(parts);
  }

  /** A comparison and the blank behind it. */
  private Comparison comparison() throws StatementException {
    int end = Math.max(position, text.indexOf(' ', position));
    Comparison comparison =
        Comparison.ofSymbol(text.substring(position, end))
            .orElseThrow(() -> expected("a comparison"));
    position = end + 1;
    return comparison;
  }

  private AffineForm form() throws StatementException {
    List<Rational> ofOutputs = zeros(outputs);
    List<Rational> ofInputs = List.of(); // most forms are of outputs only
    do {
      Rational coefficient = rational();
      expect("*");
      boolean isOutput = takes("y[");
      if (!isOutput) {
        expect("x[");
        ofInputs = ofInputs.isEmpty() ? zeros(inputs) : ofInputs;
      }
      int index = count();
      expect("]");
      List<Rational> variables = isOutput ? ofOutputs : ofInputs;
      if (index >= variables.size()) {
        throw new StatementException(
            "%s[%d] is beyond the %d that there are"
                .formatted(isOutput ? "y" : "x", index, variables.size()));
      }
      variables.set(index, coefficient);
    } while (takes(" + "));
    return new AffineForm(ofOutputs, ofInputs);
  }

  private List<Rational> zeros(int count) throws StatementException {
    coefficients += count;
    if (coefficients > MOST_COEFFICIENTS) {
      throw new StatementException("the claim has too many forms of so many outputs and inputs");
    }
    return new ArrayList<>(Collections.nCopies(count, Rational.ZERO));
  }

  /** Integers and fractions only: a decimal's exponent would name a number of any length. */
  private Rational rational() throws StatementException {
    String number = run("-/0123456789");
    if (number.isEmpty()) {
      throw expected("a number");
    }
    try {
      return Rational.parseFraction(number);
    } catch (NumberFormatException e) {
      throw new StatementException("the statement is refused: " + e.getMessage(), e);
    }
  }

  private int count() throws StatementException {
    String digits = run("0123456789");
    if (digits.isEmpty() || digits.length() > 7) {
      throw expected("a count");
    }
    return Integer.parseInt(digits);
  }

  private String run(String characters) {
    int start = position;
    while (position < text.length() && characters.indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private void deeper() throws StatementException {
    if (++nested > MOST_NESTED) {
      throw new StatementException("the claim has more than " + MOST_NESTED + " parts in another");
    }
  }

  private boolean takes(String next) {
    if (!text.startsWith(next, position)) {
      return false;
    }
    position += next.length();
    return true;
  }

  private void expect(String next) throws StatementException {
    if (!takes(next)) {
      throw expected("'" + next + "'");
    }
  }

  private StatementException expected(String what) {
    String rest = text.substring(Math.min(position, text.length()));
    return new StatementException(
        "expected %s in the claim, found '%s'".formatted(what, StatementText.brief(rest)));
  }
}
