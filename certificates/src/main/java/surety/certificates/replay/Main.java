package surety.certificates.replay;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Semantics;
import surety.certificates.statement.Statement;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/** The kernel's own command line: replays a certificate from statement and network alone. */
public final class Main {
  private static final String USAGE =
      """
      usage: java -jar certificates.jar --statement FILE --network FILE --certificate FILE
      (--network once for each network of the statement, in its order; a loop has none)
      Replays a certificate, also one of regions, of a support or of a loop: computes all its bounds anew and compares.
      The statement is the plain text of what is claimed ('surety statement' prints it).
      Exit status: 0 valid and proved, or nothing was required; 40 valid but violated; 30 valid but
      undecided; 4 invalid, 5 incomplete, 3 statement or network refused, 2 wrong usage.
      """;

  private static final Set<String> OPTIONS = Set.of("--statement", "--network", "--certificate");

  private static final String CLAIM =
      "claim level R: for the function over the reals whose weights are those of the file;"
          + " rounding in the deployed network is not covered";

  private static final String LOOP_CLAIM =
      "claim level R: for the loop over the reals whose numbers are those of its text, with"
          + " independent draws; rounding in the deployed program is not covered";

  private static final int WRONG_USAGE = 2;
  private static final int REFUSED = 3;

  private Main() {}

  /** Runs and ends the process with the exit status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  /** Runs; returns the exit status. */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (List.of(arguments).equals(List.of("--help"))) {
      out.print(USAGE);
      return 0;
    }
    Map<String, List<Path>> files = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      files
          .computeIfAbsent(arguments[i], option -> new ArrayList<>())
          .add(Path.of(arguments[i + 1]));
    }
    boolean isComplete =
        arguments.length % 2 == 0
            && OPTIONS.containsAll(files.keySet())
            && files.getOrDefault("--statement", List.of()).size() == 1
            && files.getOrDefault("--certificate", List.of()).size() == 1;
    if (!isComplete) {
      err.print(USAGE);
      return WRONG_USAGE;
    }
    try {
      return replay(files, out, err);
    } catch (StatementException | NetworkFormatException e) {
      err.println("error: " + e.getMessage());
      return REFUSED;
    } catch (IOException e) {
      err.println("error: cannot read " + e.getMessage());
      return REFUSED;
    }
  }

  private static int replay(Map<String, List<Path>> files, PrintStream out, PrintStream err)
      throws IOException, StatementException {
    byte[] bytes = Files.readAllBytes(files.get("--statement").get(0));
    String text = new String(bytes, StandardCharsets.US_ASCII);
    Path path = files.get("--certificate").get(0);
    List<NetworkContent> networks = new ArrayList<>();
    for (Path file : files.getOrDefault("--network", List.of())) {
      networks.add(NetworkContent.load(file, Files::readAllBytes));
    }
    if (networks.isEmpty() && !isOfLoop(text)) {
      err.print(USAGE);
      return WRONG_USAGE;
    }
    if (RegionStatement.isOne(text)) {
      return replay(RegionStatement.parse(text), only(networks), path, out);
    }
    if (SupportStatement.isOne(text)) {
      return replay(SupportStatement.parse(text), only(networks), path, out);
    }
    Statement statement = Statement.parse(text);
    try (InputStream certificate = Files.newInputStream(path)) {
      int threads = Runtime.getRuntime().availableProcessors();
      ReplayResult result = Replay.run(statement, networks, certificate, threads);
      print(statement, result, out);
      return result.exitStatus();
    }
  }

  private static boolean isOfLoop(String text) throws StatementException {
    return !RegionStatement.isOne(text)
        && !SupportStatement.isOne(text)
        && Statement.parse(text).networks().isEmpty();
  }

  private static String text(Enclosure bounds) {
    return "between "
        + bounds.lower().toDecimal(RoundingMode.FLOOR, 17)
        + " and "
        + bounds.upper().toDecimal(RoundingMode.CEILING, 17);
  }

  private static NetworkContent only(List<NetworkContent> networks) throws StatementException {
    if (networks.size() > 1) {
      throw new StatementException(
          "regions are those of one network, not of %d".formatted(networks.size()));
    }
    return networks.get(0);
  }

  private static int replay(
      RegionStatement statement, NetworkContent network, Path certificate, PrintStream out)
      throws IOException {
    try (InputStream in = Files.newInputStream(certificate)) {
      RegionReplayResult result =
          RegionReplay.run(statement, network, in, region -> {}, Stop.NEVER);
      out.println(
          result.replay() + result.reason().map(reason -> ": " + reason.message()).orElse(""));
      result
          .outcome()
          .ifPresent(
              outcome -> {
                out.println("activation regions: " + outcome.regions());
                out.println("nodes of the tree: " + outcome.nodes());
                out.println("probability outside of them: at most " + result.tails());
                out.println(CLAIM);
              });
      return result.replay().exitStatus();
    }
  }

  private static int replay(
      SupportStatement statement, NetworkContent network, Path certificate, PrintStream out)
      throws IOException {
    try (InputStream in = Files.newInputStream(certificate)) {
      SupportReplayResult result =
          SupportReplay.run(statement, network, in, pattern -> {}, Stop.NEVER);
      out.println(
          result.replay() + result.reason().map(reason -> ": " + reason.message()).orElse(""));
      result
          .outcome()
          .ifPresent(
              outcome -> {
                out.println("activation patterns: " + outcome.patterns());
                out.println("probability of all others: at most " + result.missing());
                out.println("nodes of the tree: " + outcome.nodes());
                out.println(CLAIM);
              });
      return result.replay().exitStatus();
    }
  }

  private static String claim(Semantics semantics) {
    return semantics
        .format()
        .map(
            format ->
                "claim level F: for every evaluation in "
                    + format.word()
                    + ", each sum in any order, subnormal numbers kept or flushed, and smooth"
                    + " activations within "
                    + semantics.accuracy()
                    + " units in the last place")
        .orElse(CLAIM);
  }

  private static void print(Statement statement, ReplayResult result, PrintStream out) {
    out.println(
        result.summary() + result.reason().map(reason -> ": " + reason.message()).orElse(""));
    if (result.replay() != ReplayVerdict.VALID) {
      return;
    }
    out.println(statement.claim().canonical());
    List<String> labels = labels(statement.claim(), result.numbers());
    for (int k = 0; k < labels.size(); k++) {
      out.println(labels.get(k) + text(result.bounds().get(k)));
    }
    if (statement.claim() instanceof BandClaim band && band.leavesThresholdsOpen()) {
      out.println("the certificate chose the thresholds");
    }
    if (statement.claim() instanceof LoopClaim) {
      out.println(LOOP_CLAIM);
      return;
    }
    out.println("leaves: " + result.leaves());
    out.println(claim(statement.semantics()));
  }

  /** What stands in front of each pair of bounds: nothing if there is only one. */
  private static List<String> labels(Claim claim, List<Rational> numbers) {
    if (claim instanceof BandClaim band) {
      return band.points(numbers).stream()
          .map(at -> at.stream().map(Rational::toString).collect(joining(", ", "", ": ")))
          .toList();
    }
    if (claim instanceof LoopClaim loop && loop.count() > 1) {
      return loop.quantity().names().stream().map(name -> name + ": ").toList();
    }
    return claim instanceof MomentsClaim moments
        ? moments.quantities().stream().map(quantity -> quantity.canonical() + ": ").toList()
        : List.of("");
  }
}
