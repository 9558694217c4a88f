package surety.certificates.statement;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;

/**
 * Canonical text of statements, as FORMAT.md section 2 prescribes it.
 *
 * <p>Sound because a text is accepted only if writing what was read gives the same text again: a
 * reader that misunderstood a line would write another one.
 */
final class StatementText {
  private static final String HEADER = "surety statement 2";
  static final String REGION_HEADER = "surety regions 1";
  private static final String SEMANTICS = "semantics real";
  private static final String OUTPUTS = " outputs ";

  private StatementText() {}

  static String write(Statement statement) {
    StringBuilder text = new StringBuilder();
    text.append(HEADER).append('\n').append(SEMANTICS).append('\n');
    text.append("networks ").append(statement.networks().size()).append('\n');
    for (NetworkReference network : statement.networks()) {
      text.append("network sha256 ").append(network.digest());
      text.append(OUTPUTS).append(network.outputs()).append('\n');
    }
    text.append(writeInputs(statement.inputs()));
    return text.append(statement.claim().canonical()).append('\n').toString();
  }

  static String write(RegionStatement statement) {
    return REGION_HEADER
        + "\n"
        + SEMANTICS
        + "\n"
        + "network sha256 "
        + statement.networkDigest()
        + "\n"
        + writeInputs(statement.inputs());
  }

  private static String writeInputs(List<Input> inputs) {
    StringBuilder text = new StringBuilder();
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
    int count = number(lines.after("networks "));
    if (count < 1 || count > Statement.MOST_NETWORKS) {
      throw new StatementException("a statement is about 1 to 16 networks");
    }
    List<NetworkReference> networks = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      networks.add(readNetwork(lines.after("network sha256 ")));
    }
    List<Input> inputs = readInputs(lines);
    int outputs = networks.stream().mapToInt(NetworkReference::outputs).sum();
    Claim claim = ClaimReader.read(lines.after(""), outputs, inputs.size());
    lines.expectEnd();
    return new Statement(networks, inputs, claim);
  }

  private static NetworkReference readNetwork(String text) throws StatementException {
    int end = text.indexOf(OUTPUTS);
    if (end < 0) {
      throw new StatementException("a network is 'DIGEST outputs COUNT'");
    }
    return new NetworkReference(
        text.substring(0, end), number(text.substring(end + OUTPUTS.length())));
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

  /** Integers and fractions only: a decimal's exponent would name a number of any length. */
  private static Rational rational(String text) throws StatementException {
    try {
      return Rational.parseFraction(text);
    } catch (NumberFormatException e) {
      throw new StatementException("the statement is refused: " + e.getMessage(), e);
    }
  }

  static String brief(String text) {
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
