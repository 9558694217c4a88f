package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import surety.certificates.rejection.Rejection;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.statement.Semantics;
import surety.language.Diagnostic;
import surety.language.Setting;
import surety.language.display.ClaimLevel;
import surety.report.Json;
import surety.report.Words;

/** The report of the replay of a region certificate, as text and as JSON. */
public final class RegionReplayReport {
  private static final String INDENT = "  ";

  private RegionReplayReport() {}

  /** For people. The first line is the verdict, with the reason if it is not VALID. */
  public static void printText(RegionReplayed replayed, Ansi ansi, PrintWriter out) {
    ReplayVerdict verdict = replayed.verdict();
    String colour = verdict == ReplayVerdict.VALID ? "green" : "red";
    out.println(
        ansi.string("@|bold,fg(" + colour + ") " + verdict + "|@")
            + ": "
            + replayed.reason().map(Rejection::message).orElse(replayed.certificate().toString()));
    replayed.about().ifPresent(about -> out.println(INDENT + about));
    replayed
        .claim()
        .ifPresent(
            claim -> {
              out.println(INDENT + claim);
              out.println(INDENT + ClaimLevel.REALS);
              out.println(
                  INDENT
                      + Words.seconds(replayed.seconds())
                      + ", "
                      + replayed.nodes()
                      + " nodes of the tree");
            });
  }

  /** For programs: the same object as of any replay; the cells are the regions or patterns. */
  public static void printJson(
      String version,
      String specification,
      RegionReplayed replayed,
      List<Diagnostic> diagnostics,
      PrintWriter out) {
    ObjectNode node = Json.question(Optional.empty());
    node.put("name", replayed.setting().map(Setting::name).orElse(null));
    node.put("text", replayed.about().orElse(null));
    node.put("verdict", replayed.verdict().name());
    for (String none :
        List.of("lower", "upper", "gap", "wantedGap", "stopped", "shortfall", "witness")) {
      node.putNull(none);
    }
    node.put("seconds", replayed.seconds());
    node.put("cells", replayed.count());
    node.put("certificate", replayed.certificate().toString());
    node.put("impossible", false);
    node.putNull("established");
    node.put("reason", replayed.reason().map(Rejection::message).orElse(null));
    node.put("rejection", replayed.reason().map(Rejection::name).orElse(null));
    ArrayNode results = Json.array().add(node);
    Optional<String> verdict = Optional.of(replayed.verdict().name());
    Json.write(
        Json.report(version, specification, verdict, Semantics.REAL, results, diagnostics), out);
  }
}
