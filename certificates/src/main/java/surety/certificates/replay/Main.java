package surety.certificates.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.cell.PointBounds;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.StatementException;
import surety.certificates.stop.Stop;

/** The kernel's own command line: replays a certificate from statement and network alone. */
public final class Main {
  private static final String USAGE =
      """
      usage: java -jar certificates.jar --statement FILE --network FILE --certificate FILE
      Replays a certificate, or a region certificate: computes all its bounds anew and compares.
      The statement is the plain text of what is claimed ('surety statement' prints it).
      Exit status: 0 valid and proved, or nothing was required; 40 valid but violated; 30 valid but
      undecided; 4 invalid, 5 incomplete, 3 statement or network refused, 2 wrong usage.
      """;

  private static final List<String> OPTIONS = List.of("--statement", "--network", "--certificate");

  private static final String CLAIM =
      "claim level R: for the function over the reals whose weights are those of the file;"
          + " rounding in the deployed network is not covered";

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
    Map<String, Path> files = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      files.put(arguments[i], Path.of(arguments[i + 1]));
    }
    if (arguments.length != 2 * OPTIONS.size() || !files.keySet().containsAll(OPTIONS)) {
      err.print(USAGE);
      return WRONG_USAGE;
    }
    try {
      return replay(files, out);
    } catch (StatementException | NetworkFormatException e) {
      err.println("error: " + e.getMessage());
      return REFUSED;
    } catch (IOException e) {
      err.println("error: cannot read " + e.getMessage());
      return REFUSED;
    }
  }

  private static int replay(Map<String, Path> files, PrintStream out)
      throws IOException, StatementException {
    byte[] bytes = Files.readAllBytes(files.get("--statement"));
    String text = new String(bytes, StandardCharsets.US_ASCII);
    byte[] network = Files.readAllBytes(files.get("--network"));
    if (RegionStatement.isOne(text)) {
      return replay(RegionStatement.parse(text), network, files.get("--certificate"), out);
    }
    Statement statement = Statement.parse(text);
    try (InputStream certificate = Files.newInputStream(files.get("--certificate"))) {
      int threads = Runtime.getRuntime().availableProcessors();
      ReplayResult result = Replay.run(statement, network, certificate, threads);
      print(statement, result, out);
      return result.exitStatus();
    }
  }

  private static int replay(
      RegionStatement statement, byte[] network, Path certificate, PrintStream out)
      throws IOException {
    try (InputStream in = Files.newInputStream(certificate)) {
      RegionReplayResult result =
          RegionReplay.run(statement, network, in, region -> {}, Stop.NEVER);
      out.println(result.replay() + result.reason().map(reason -> ": " + reason).orElse(""));
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

  private static void print(Statement statement, ReplayResult result, PrintStream out) {
    out.println(result.summary() + result.reason().map(reason -> ": " + reason).orElse(""));
    if (result.replay() != ReplayVerdict.VALID) {
      return;
    }
    out.println(statement.claim().canonical());
    if (statement.claim() instanceof BandClaim band && band.leavesThresholdsOpen()) {
      out.println("the certificate chose the thresholds");
    }
    for (PointBounds point : result.points()) {
      out.printf(
          "%s: between %s and %s%n",
          point.threshold(),
          point.lower().toDecimal(RoundingMode.FLOOR, 17),
          point.upper().toDecimal(RoundingMode.CEILING, 17));
    }
    out.println("leaves: " + result.leaves());
    out.println(CLAIM);
  }
}
