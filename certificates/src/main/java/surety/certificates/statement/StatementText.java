package surety.certificates.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;

/**
 * Canonical text of statements, as FORMAT.md section 2 prescribes it.
 *
 * <p>Sound because a text is accepted only if writing what was read gives the same text again: a
 * reader that misunderstood a line would write another one.
 */
final class StatementText {
  private static final String HEADER = "surety statement 1";
  static final String REGION_HEADER = "surety regions 1";
  private static final String SEMANTICS = "semantics real";
  private static final Pattern TERM = Pattern.compile("(\\S+)\\*y\\[(\\d{1,7})]");
  private static final Pattern PROBABILITY =
      Pattern.compile("P\\((.*) (<|<=|>|>=) (\\S+)\\) (?:= \\?|(<|<=|>|>=) (\\S+))");
  private static final Pattern BAND =
      Pattern.compile("cdf\\((.*)\\) at (?:(\\d+) points|\\[(.*)])");

  private StatementText() {}

  static String write(Statement statement) {
    StringBuilder text = new StringBuilder();
    text.append(HEADER).append('\n').append(SEMANTICS).append('\n');
    text.append(writeInputs(statement.networkDigest(), statement.inputs()));
    text.append("outputs ").append(statement.outputs()).append('\n');
    return text.append(statement.claim().canonical()).append('\n').toString();
  }

  static String write(RegionStatement statement) {
    return REGION_HEADER
        + "\n"
        + SEMANTICS
        + "\n"
        + writeInputs(statement.networkDigest(), statement.inputs());
  }

  /** The lines that say which network it is, and what its inputs are. */
  private static String writeInputs(String networkDigest, List<Input> inputs) {
    StringBuilder text = new StringBuilder();
    text.append("network sha256 ").append(networkDigest).append('\n');
    text.append("inputs ").append(inputs.size()).append('\n');
    for (int i = 0; i < inputs.size(); i++) {
      text.append("x[").append(i).append("] ").append(input(inputs.get(i))).append('\n');
    }
    return text.toString();
  }

  private static String input(Input input) {
    if (input instanceof FixedInput fixed) {
      return "= " + fixed.value();
    }
    return "~ " + ((RandomInput) input).distribution().canonical();
  }

  static Statement parse(String text) throws StatementException {
    Statement statement;
    try {
      statement = read(new Lines(text));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new StatementException("the statement is refused: " + e.getMessage(), e);
    }
    if (!write(statement).equals(text)) {
      throw new StatementException("the statement is not in its canonical form");
    }
    return statement;
  }

  static RegionStatement parseRegions(String text) throws StatementException {
    RegionStatement statement;
    try {
      Lines lines = new Lines(text);
      lines.expect(REGION_HEADER);
      lines.expect(SEMANTICS);
      statement = new RegionStatement(lines.after("network sha256 "), readInputs(lines));
      lines.expectEnd();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new StatementException("the statement is refused: " + e.getMessage(), e);
    }
    if (!write(statement).equals(text)) {
      throw new StatementException("the statement is not in its canonical form");
    }
    return statement;
  }

  private static List<Input> readInputs(Lines lines) throws StatementException {
    int count = number(lines.after("inputs "));
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inputs.add(readInput(lines.after("x[" + i + "] ")));
    }
    return inputs;
  }

  private static Statement read(Lines lines) throws StatementException {
    lines.expect(HEADER);
    lines.expect(SEMANTICS);
    String digest = lines.after("network sha256 ");
    List<Input> inputs = readInputs(lines);
    int outputs = number(lines.after("outputs "));
    if (outputs < 1 || outputs > Statement.MOST_COORDINATES) {
      throw new StatementException("a network has 1 to " + Statement.MOST_COORDINATES + " outputs");
    }
    Claim claim = readClaim(lines.after(""), outputs);
    lines.expectEnd();
    return new Statement(digest, inputs, outputs, claim);
  }

  private static Input readInput(String text) throws StatementException {
    if (text.startsWith("= ")) {
      return new FixedInput(Rational.parse(text.substring(2)));
    }
    if (text.startsWith("~ ")) {
      return new RandomInput(Distribution.parse(text.substring(2)));
    }
    throw new StatementException("an input is '= VALUE' or '~ DISTRIBUTION', not '" + text + "'");
  }

  private static Claim readClaim(String text, int outputs) throws StatementException {
    Matcher probability = PROBABILITY.matcher(text);
    if (probability.matches()) {
      Event event =
          new Event(
              readForm(probability.group(1), outputs),
              comparison(probability.group(2)),
              Rational.parse(probability.group(3)));
      return new ProbabilityClaim(event, readLimit(probability));
    }
    Matcher band = BAND.matcher(text);
    if (band.matches()) {
      Thresholds thresholds =
          band.group(2) != null
              ? new EvenThresholds(number(band.group(2)))
              : new ListedThresholds(readNumbers(band.group(3)));
      return new BandClaim(readForm(band.group(1), outputs), thresholds);
    }
    throw new StatementException(
        "a claim is 'P(EVENT) COMPARISON LIMIT', 'P(EVENT) = ?' or 'cdf(FORM) at ...', not '"
            + text
            + "'");
  }

  private static Optional<ProbabilityLimit> readLimit(Matcher probability)
      throws StatementException {
    if (probability.group(4) == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ProbabilityLimit(
            comparison(probability.group(4)), Rational.parse(probability.group(5))));
  }

  private static AffineForm readForm(String text, int outputs) throws StatementException {
    List<Rational> coefficients = new ArrayList<>(Collections.nCopies(outputs, Rational.of(0)));
    for (String part : text.split(" \\+ ", -1)) {
      Matcher term = TERM.matcher(part);
      if (!term.matches()) {
        throw new StatementException("a term is 'NUMBER*y[INDEX]', not '" + part + "'");
      }
      int index = number(term.group(2));
      if (index >= outputs) {
        throw new StatementException("y[" + index + "] is beyond the " + outputs + " outputs");
      }
      coefficients.set(index, Rational.parse(term.group(1)));
    }
    return new AffineForm(coefficients);
  }

  private static List<Rational> readNumbers(String text) {
    List<Rational> numbers = new ArrayList<>();
    for (String part : text.split(", ", -1)) {
      numbers.add(Rational.parse(part));
    }
    return numbers;
  }

  private static Comparison comparison(String symbol) throws StatementException {
    return Comparison.ofSymbol(symbol)
        .orElseThrow(() -> new StatementException("'" + symbol + "' is not a comparison"));
  }

  private static int number(String text) throws StatementException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new StatementException("'" + text + "' is not a count", e);
    }
  }

  /** The lines of a text, each ended by a line feed, taken one by one. */
  private static final class Lines {
    private final String text;
    private int position;
    private int line;

    Lines(String text) {
      this.text = text;
    }

    String after(String prefix) throws StatementException {
      line++;
      int end = text.indexOf('\n', position);
      if (end < 0 || !text.startsWith(prefix, position) || end < position + prefix.length()) {
        throw new StatementException(
            "line " + line + " of the statement: expected '" + prefix + "'");
      }
      String rest = text.substring(position + prefix.length(), end);
      position = end + 1;
      return rest;
    }

    void expect(String whole) throws StatementException {
      if (!after(whole).isEmpty()) {
        throw new StatementException(
            "line " + line + " of the statement: expected '" + whole + "'");
      }
    }

    void expectEnd() throws StatementException {
      if (position != text.length()) {
        throw new StatementException("the statement goes on after its claim");
      }
    }
  }
}
