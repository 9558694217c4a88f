package surety.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.Claim;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.language.Obligation;

/**
 * What a statement assumes and asks, small enough for a report, so that two runs can be compared:
 * equal outlines belong to equal statements.
 *
 * @param digest SHA-256 of the statement's canonical text
 * @param semantics how the network is computed
 * @param networks in the order of the statement
 * @param inputs their names
 * @param law the lines of their distribution; of long ones the beginning and a digest
 * @param asked the claim without what is required
 */
public record StatementOutline(
    String digest,
    String semantics,
    List<NetworkFile> networks,
    List<String> inputs,
    List<String> law,
    String asked) {
  private static final int LONGEST_LINE = 240;
  private static final int MOST_LINES = 60;

  /**
   * A network of a statement.
   *
   * @param name of its file, without folders; empty where that is not known
   */
  public record NetworkFile(String name, String digest) {}

  /** Keeps copies. */
  public StatementOutline {
    networks = List.copyOf(networks);
    inputs = List.copyOf(inputs);
    law = List.copyOf(law);
  }

  /** Of a property or query. */
  public static StatementOutline of(Obligation obligation) {
    List<String> files =
        obligation.networkFiles().stream().map(file -> file.getFileName().toString()).toList();
    return of(obligation.statement(), files, obligation.inputs());
  }

  /**
   * Of a statement.
   *
   * @param files the names of the network files; may be none
   * @param inputs the names of the inputs; may be none
   */
  public static StatementOutline of(Statement statement, List<String> files, List<String> inputs) {
    String canonical = statement.canonical();
    List<NetworkFile> networks = new ArrayList<>();
    for (int k = 0; k < statement.networks().size(); k++) {
      NetworkReference network = statement.networks().get(k);
      networks.add(new NetworkFile(k < files.size() ? files.get(k) : "", network.digest()));
    }
    List<String> lines = canonical.lines().toList();
    boolean isOfLoop = statement.claim() instanceof LoopClaim;
    int head = isOfLoop ? 2 : 3 + networks.size(); // title, semantics and the number of networks
    return new StatementOutline(
        digest(canonical),
        lines.get(1).substring("semantics ".length()),
        networks,
        inputs,
        shortened(lines.subList(head, lines.size() - 1)),
        shortened(asked(statement.claim())));
  }

  private static String asked(Claim claim) {
    if (claim instanceof LoopClaim loop) {
      return new LoopClaim(loop.program(), loop.iterations(), loop.quantity(), Optional.empty())
          .canonical();
    }
    return claim instanceof QuantityClaim one
        ? new QuantityClaim(one.quantity(), Optional.empty()).canonical()
        : claim.canonical();
  }

  private static List<String> shortened(List<String> lines) {
    int shown = lines.size() > MOST_LINES ? MOST_LINES - 1 : lines.size();
    List<String> all = new ArrayList<>();
    lines.subList(0, shown).forEach(line -> all.add(shortened(line)));
    if (shown < lines.size()) {
      List<String> rest = lines.subList(shown, lines.size());
      all.add("... %d more lines, SHA-256 %s".formatted(rest.size(), digest(join(rest))));
    }
    return all;
  }

  private static String join(List<String> lines) {
    return String.join("\n", lines);
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_LINE
        ? line
        : "%s... SHA-256 %s".formatted(line.substring(0, LONGEST_LINE), digest(line));
  }

  private static String digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As it stands in a report. */
  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("sha256", digest);
    node.put("semantics", semantics);
    ArrayNode files = node.putArray("networks");
    networks.forEach(
        network -> files.addObject().put("file", network.name()).put("sha256", network.digest()));
    ArrayNode names = node.putArray("inputs");
    inputs.forEach(names::add);
    ArrayNode lines = node.putArray("distribution");
    law.forEach(lines::add);
    node.put("asked", asked);
    return node;
  }
}
