package surety.certificates.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.text.StatementException;
import surety.certificates.text.TextScanner;

/**
 * Reads the canonical text of a claim, from left to right. It need not refuse what is not
 * canonical: that is seen when the claim is written again.
 */
final class ClaimReader {
  /** Most coefficients in all forms together, zeros included. */
  private static final long MOST_COEFFICIENTS = 1 << 21;

  private final TextScanner text;
  private final int outputs;
  private final int inputs;
  private long coefficients;

  private ClaimReader(String text, int outputs, int inputs) {
    this.text = new TextScanner(text, "the claim");
    this.outputs = outputs;
    this.inputs = inputs;
  }

  /** The claim of a line. */
  static Claim read(String line, int outputs, int inputs) throws StatementException {
    ClaimReader reader = new ClaimReader(line, outputs, inputs);
    Claim claim = reader.claim();
    reader.text.expectEnd();
    return claim;
  }

  private Claim claim() throws StatementException {
    if (text.takes("cdf(")) {
      return band();
    }
    return text.takes("moments(") ? moments() : quantityClaim();
  }

  private MomentsClaim moments() throws StatementException {
    List<AffineForm> forms = forms();
    text.expect(")");
    return new MomentsClaim(forms);
  }

  private List<AffineForm> forms() throws StatementException {
    List<AffineForm> forms = new ArrayList<>();
    do {
      forms.add(form());
    } while (text.takes(", "));
    return forms;
  }

  private BandClaim band() throws StatementException {
    List<AffineForm> forms = forms();
    Optional<Event> given = condition();
    text.expect(") at ");
    List<Thresholds> thresholds = new ArrayList<>();
    do {
      thresholds.add(thresholds());
    } while (text.takes(" x "));
    return new BandClaim(forms, given, thresholds);
  }

  private Thresholds thresholds() throws StatementException {
    if (text.takes("[")) {
      List<Rational> values = new ArrayList<>();
      do {
        values.add(text.rational());
      } while (text.takes(", "));
      text.expect("]");
      return new ListedThresholds(values);
    }
    int count = text.count();
    text.expect(" points");
    return new EvenThresholds(count);
  }

  private QuantityClaim quantityClaim() throws StatementException {
    Quantity quantity = quantity();
    text.expect(" ");
    return new QuantityClaim(quantity, RequirementText.read(text));
  }

  private Quantity quantity() throws StatementException {
    text.deeper();
    Quantity quantity = plainQuantity();
    text.higher();
    return quantity;
  }

  private Quantity plainQuantity() throws StatementException {
    if (text.takes("P(")) {
      Event event = event();
      return closed(new Quantity.Probability(event, condition()));
    }
    if (text.takes("E(")) {
      AffineForm form = form();
      return closed(new Quantity.Mean(form, condition()));
    }
    if (text.takes("abs(")) {
      return closed(new Quantity.Absolute(quantity()));
    }
    if (text.takes("(")) {
      Quantity left = quantity();
      text.expect(" ");
      Operator operator = operator();
      text.expect(" ");
      return closed(new Quantity.Arithmetic(operator, left, quantity()));
    }
    Optional<Quantity> ofForms = ofForms();
    return ofForms.isPresent() ? ofForms.get() : new Quantity.Constant(text.rational());
  }

  private Optional<Quantity> ofForms() throws StatementException {
    for (Quantity.Spread spread : Quantity.Spread.values()) {
      if (text.takes(spread.word() + "(")) {
        return Optional.of(closed(new Quantity.Dispersion(spread, form())));
      }
    }
    for (Quantity.Dependence dependence : Quantity.Dependence.values()) {
      if (text.takes(dependence.word() + "(")) {
        AffineForm first = form();
        text.expect(", ");
        return Optional.of(closed(new Quantity.Association(dependence, first, form())));
      }
    }
    for (Quantity.Tail tail : Quantity.Tail.values()) {
      if (text.takes(tail.word() + "(")) {
        AffineForm form = form();
        text.expect(", ");
        return Optional.of(closed(new Quantity.Risk(tail, form, text.rational())));
      }
    }
    return Optional.empty();
  }

  private Quantity closed(Quantity quantity) throws StatementException {
    text.expect(")");
    return quantity;
  }

  private Operator operator() throws StatementException {
    for (Operator operator : Operator.values()) {
      if (text.takes(operator.symbol())) {
        return operator;
      }
    }
    throw text.expected("an operator");
  }

  private Optional<Event> condition() throws StatementException {
    return text.takes(" | ") ? Optional.of(event()) : Optional.empty();
  }

  private Event event() throws StatementException {
    text.deeper();
    Event event = plainEvent();
    text.higher();
    return event;
  }

  private Event plainEvent() throws StatementException {
    if (text.takes("not ")) {
      return new Negation(event());
    }
    if (!text.takes("(")) {
      AffineForm form = form();
      text.expect(" ");
      Comparison comparison = RequirementText.comparison(text);
      return new Atom(form, comparison, text.rational());
    }
    List<Event> parts = new ArrayList<>();
    parts.add(event());
    boolean isConjunction = text.follows(" and ");
    do {
      text.expect(isConjunction ? " and " : " or ");
      parts.add(event());
    } while (!text.takes(")"));
    return isConjunction ? new Conjunction(parts) : new Disjunction(parts);
  }

  private AffineForm form() throws StatementException {
    List<Rational> ofOutputs = zeros(outputs);
    List<Rational> ofInputs = List.of(); // most forms are of outputs only
    do {
      Rational coefficient = text.rational();
      text.expect("*");
      boolean isOutput = text.takes("y[");
      if (!isOutput) {
        text.expect("x[");
        ofInputs = ofInputs.isEmpty() ? zeros(inputs) : ofInputs;
      }
      int index = text.count();
      text.expect("]");
      List<Rational> variables = isOutput ? ofOutputs : ofInputs;
      if (index >= variables.size()) {
        throw new StatementException(
            "%s[%d] is beyond the %d that there are"
                .formatted(isOutput ? "y" : "x", index, variables.size()));
      }
      variables.set(index, coefficient);
    } while (text.takes(" + "));
    return new AffineForm(ofOutputs, ofInputs);
  }

  private List<Rational> zeros(int count) throws StatementException {
    coefficients += count;
    if (coefficients > MOST_COEFFICIENTS) {
      throw new StatementException("the claim has too many forms of so many outputs and inputs");
    }
    return new ArrayList<>(Collections.nCopies(count, Rational.ZERO));
  }
}
