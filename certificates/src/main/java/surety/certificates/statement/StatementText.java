package surety.certificates.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import surety.certificates.loop.LoopProgram;
import surety.certificates.text.StatementException;
import surety.certificates.text.StatementLines;

/**
 * Canonical text of statements, as FORMAT.md section 2 prescribes it.
 *
 * <p>Sound because a text is accepted only if writing what was read gives the same text again: a
 * reader that misunderstood a line would write another one.
 */
final class StatementText {
  private static final String HEADER = "surety statement 2";
  static final String REGION_HEADER = "surety regions 1";
  static final String SUPPORT_HEADER = "surety support 1";
  private static final String OUTPUTS = " outputs ";

  private StatementText() {}

  static String write(Statement statement) {
    StringBuilder text = new StringBuilder();
    text.append(HEADER).append('\n').append(statement.semantics().canonical()).append('\n');
    if (statement.claim() instanceof LoopClaim loop) {
      return text.append(loop.program().canonical())
          .append(loop.canonical())
          .append('\n')
          .toString();
    }
    text.append("networks ").append(statement.networks().size()).append('\n');
    for (NetworkReference network : statement.networks()) {
      text.append("network sha256 ").append(network.digest());
      text.append(OUTPUTS).append(network.outputs()).append('\n');
    }
    text.append(LawText.write(statement.law()));
    return text.append(statement.claim().canonical()).append('\n').toString();
  }

  static String write(RegionStatement statement) {
    return write(REGION_HEADER, statement.networkDigest(), statement.law());
  }

  static String write(SupportStatement statement) {
    return write(SUPPORT_HEADER, statement.networkDigest(), statement.law());
  }

  private static String write(String header, String digest, Law law) {
    String head = header + "\n" + Semantics.REAL.canonical() + "\nnetwork sha256 " + digest + "\n";
    return head + LawText.write(law);
  }

  static Statement parse(String text) throws StatementException {
    Statement statement;
    try {
      statement = read(new StatementLines(text));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new StatementException("the statement is refused: " + e.getMessage(), e);
    }
    if (!write(statement).equals(text)) {
      throw new StatementException("the statement is not in its canonical form");
    }
    return statement;
  }

  static RegionStatement parseRegions(String text) throws StatementException {
    return parse(REGION_HEADER, text, RegionStatement::new, StatementText::write);
  }

  static SupportStatement parseSupport(String text) throws StatementException {
    return parse(SUPPORT_HEADER, text, SupportStatement::new, StatementText::write);
  }

  /** A statement of a network and a law alone. */
  private static <T> T parse(
      String header, String text, BiFunction<String, Law, T> make, Function<T, String> write)
      throws StatementException {
    T statement;
    try {
      StatementLines lines = new StatementLines(text);
      lines.expect(header);
      lines.expect(Semantics.REAL.canonical());
      String digest = lines.after("network sha256 ");
      statement = make.apply(digest, LawText.read(lines));
      lines.expectEnd();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new StatementException("the statement is refused: " + e.getMessage(), e);
    }
    if (!write.apply(statement).equals(text)) {
      throw new StatementException("the statement is not in its canonical form");
    }
    return statement;
  }

  private static Statement read(StatementLines lines) throws StatementException {
    lines.expect(HEADER);
    Semantics semantics = Semantics.read(lines);
    if (lines.follows(LoopProgram.START)) {
      LoopProgram program = LoopProgram.read(lines);
      LoopClaim claim = LoopClaimReader.read(program, lines.after(""));
      lines.expectEnd();
      return new Statement(semantics, List.of(), Law.independent(List.of()), claim);
    }
    int count = lines.count("networks ");
    if (count < 1 || count > Statement.MOST_NETWORKS) {
      throw new StatementException("a statement is about 1 to 16 networks");
    }
    List<NetworkReference> networks = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      networks.add(readNetwork(lines));
    }
    Law law = LawText.read(lines);
    int outputs = networks.stream().mapToInt(NetworkReference::outputs).sum();
    Claim claim = ClaimReader.read(lines.after(""), outputs, law.inputs());
    lines.expectEnd();
    return new Statement(semantics, networks, law, claim);
  }

  private static NetworkReference readNetwork(StatementLines lines) throws StatementException {
    String text = lines.after("network sha256 ");
    int end = text.indexOf(OUTPUTS);
    if (end < 0) {
      throw new StatementException("a network is 'DIGEST outputs COUNT'");
    }
    return new NetworkReference(
        text.substring(0, end), lines.countOf(text.substring(end + OUTPUTS.length())));
  }
}
