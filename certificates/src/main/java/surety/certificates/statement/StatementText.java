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
  private static final String POINTS = " points";

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
      return new FixedInput(rational(text.substring(2)));
    }
    if (text.startsWith("~ ")) {
      return new RandomInput(Distribution.parse(text.substring(2)));
    }
    throw new StatementException(
        "an input is '= VALUE' or '~ DISTRIBUTION', not '" + brief(text) + "'");
  }

  /** Brackets and blanks tell the parts apart, as no part but the form has any. */
  private static Claim readClaim(String text, int outputs) throws StatementException {
    int probability = text.startsWith("P(") ? text.indexOf(") ") : -1;
    if (probability >= 0) {
      return readProbability(text, probability, outputs);
    }
    int band = text.startsWith("cdf(") ? text.indexOf(") at ") : -1;
    if (band >= 0) {
      AffineForm form = readForm(text.substring("cdf(".length(), band), outputs);
      return new BandClaim(form, readThresholds(text, text.substring(band + ") at ".length())));
    }
    throw noClaim(text);
  }

  private static Claim readProbability(String text, int end, int outputs)
      throws StatementException {
    int threshold = text.lastIndexOf(' ', end);
    int comparison = text.lastIndexOf(' ', threshold - 1);
    if (comparison < 0) {
      throw noClaim(text);
    }
    Event event =
        new Event(
            readForm(text.substring("P(".length(), comparison), outputs),
            comparison(text, text.substring(comparison + 1, threshold)),
            rational(text.substring(threshold + 1, end)));
    String limit = text.substring(end + ") ".length());
    if (limit.equals("= ?")) {
      return new ProbabilityClaim(event, Optional.empty());
    }
    int blank = Math.max(0, limit.indexOf(' '));
    Comparison limited = comparison(text, limit.substring(0, blank));
    return new ProbabilityClaim(
        event, Optional.of(new ProbabilityLimit(limited, rational(limit.substring(blank + 1)))));
  }

  private static Thresholds readThresholds(String text, String thresholds)
      throws StatementException {
    if (thresholds.endsWith(POINTS)) {
      int count = number(thresholds.substring(0, thresholds.length() - POINTS.length()));
      return new EvenThresholds(count);
    }
    if (!thresholds.startsWith("[") || !thresholds.endsWith("]")) {
      throw noClaim(text);
    }
    return new ListedThresholds(readNumbers(thresholds.substring(1, thresholds.length() - 1)));
  }

  private static StatementException noClaim(String text) {
    return new StatementException(
        "a claim is 'P(EVENT) COMPARISON LIMIT', 'P(EVENT) = ?' or 'cdf(FORM) at ...', not '"
            + brief(text)
            + "'");
  }

  private static AffineForm readForm(String text, int outputs) throws StatementException {
    List<Rational> coefficients = new ArrayList<>(Collections.nCopies(outputs, Rational.of(0)));
    for (String part : text.split(" \\+ ", -1)) {
      Matcher term = TERM.matcher(part);
      if (!term.matches()) {
        throw new StatementException("a term is 'NUMBER*y[INDEX]', not '" + brief(part) + "'");
      }
      int index = number(term.group(2));
      if (index >= outputs) {
        throw new StatementException("y[" + index + "] is beyond the " + outputs + " outputs");
      }
      coefficients.set(index, rational(term.group(1)));
    }
    return new AffineForm(coefficients);
  }

  private static List<Rational> readNumbers(String text) throws StatementException {
    List<Rational> numbers = new ArrayList<>();
    for (String part : text.split(", ", -1)) {
      numbers.add(rational(part));
    }
    return numbers;
  }

  private static Comparison comparison(String claim, String symbol) throws StatementException {
    return Comparison.ofSymbol(symbol).orElseThrow(() -> noClaim(claim));
  }

  /** Integers and fractions only: a decimal's exponent would name a number of any length. */
  private static Rational rational(String text) throws StatementException {
    try {
      return Rational.parseFraction(text);
    } catch (NumberFormatException e) {
      throw new StatementException("the statement is refused: " + e.getMessage(), e);
    }
  }

  private static String brief(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }

  private static int number(String text) throws StatementException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new StatementException("'" + brief(text) + "' is not a count", e);
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
