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
    ReplayVerdict verdict = replayed.result().replay();
    String colour = verdict == ReplayVerdict.VALID ? "green" : "red";
    out.println(
        ansi.string("@|bold,fg(" + colour + ") " + verdict + "|@")
            + ": "
            + replayed
                .result()
                .reason()
                .map(Rejection::message)
                .orElse(replayed.certificate().toString()));
    replayed.setting().ifPresent(setting -> out.println(INDENT + about(setting)));
    replayed
        .result()
        .outcome()
        .ifPresent(
            outcome -> {
              out.println(
                  INDENT
                      + outcome.regions()
                      + " regions"
                      + branches(replayed)
                      + ", and their probabilities; no others");
              out.println(INDENT + ClaimLevel.REALS);
              out.println(
                  INDENT
                      + Words.seconds(replayed.seconds())
                      + ", "
                      + outcome.nodes()
                      + " nodes of the tree");
            });
  }

  private static String branches(RegionReplayed replayed) {
    int branches = replayed.setting().map(s -> s.law().branches().size()).orElse(1);
    return branches > 1 ? " in " + branches + " branches" : "";
  }

  private static String about(Setting setting) {
    return "activation regions of " + setting.network() + " under " + setting.name();
  }

  /** For programs: the same object as of any replay; the cells are the regions. */
  public static void printJson(
      String version,
      String specification,
      RegionReplayed replayed,
      List<Diagnostic> diagnostics,
      PrintWriter out) {
    ObjectNode node = Json.question(Optional.empty());
    node.put("name", replayed.setting().map(Setting::name).orElse(null));
    node.put("text", replayed.setting().map(RegionReplayReport::about).orElse(null));
    node.put("verdict", replayed.result().replay().name());
    for (String none :
        List.of("lower", "upper", "gap", "wantedGap", "stopped", "shortfall", "witness")) {
      node.putNull(none);
    }
    node.put("seconds", replayed.seconds());
    node.put("cells", replayed.result().outcome().map(o -> o.regions()).orElse(0L));
    node.put("certificate", replayed.certificate().toString());
    node.put("impossible", false);
    node.putNull("established");
    node.put("reason", replayed.result().reason().map(Rejection::message).orElse(null));
    node.put("rejection", replayed.result().reason().map(Rejection::name).orElse(null));
    ArrayNode results = Json.array().add(node);
    Optional<String> verdict = Optional.of(replayed.result().replay().name());
    Json.write(
        Json.report(version, specification, verdict, Semantics.REAL, results, diagnostics), out);
  }
}
