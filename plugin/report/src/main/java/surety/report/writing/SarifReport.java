package surety.report.writing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import surety.certificates.replay.Sha256;
import surety.language.Diagnostic;
import surety.language.Region;
import surety.language.Severity;
import surety.language.verification.VerificationState;
import surety.report.Checked;
import surety.report.Json;
import surety.report.Outcome;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.Unchecked;
import surety.report.VerdictText;

/**
 * A run as SARIF 2.1.0, for tools that show what is wrong beside the text: what is violated,
 * undecided or failed, and the messages about the specification. What is proved is no result.
 *
 * <p>A rule keeps its identifier for ever. A fingerprint is made from the specification's name, the
 * property's and the rule, so that a result stays the same one when lines move.
 */
public final class SarifReport implements RunFile {
  private static final String VIOLATED = "surety/violated";
  private static final String UNDECIDED = "surety/undecided";
  private static final String FAILED = "surety/failed";
  private static final String DIAGNOSTIC = "surety/diagnostic/";
  private static final String FINGERPRINT = "surety/v1";

  @Override
  public String name() {
    return "results.sarif";
  }

  @Override
  public String text(Run run) {
    Map<String, String> rules = rules(run);
    List<String> order = List.copyOf(rules.keySet());
    ObjectNode log = Json.object();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    ObjectNode one = log.putArray("runs").addObject();
    ObjectNode driver = one.putObject("tool").putObject("driver");
    driver.put("name", "Surety");
    driver.put("version", run.version());
    ArrayNode listed = driver.putArray("rules");
    rules.forEach(
        (id, words) ->
            listed.addObject().put("id", id).putObject("shortDescription").put("text", words));
    ObjectNode invocation = one.putArray("invocations").addObject();
    invocation.put("executionSuccessful", !run.states().contains(VerificationState.FAILED));
    invocation.put("startTimeUtc", run.started().toString());
    invocation.put("endTimeUtc", run.finished().toString());
    one.put("columnKind", "utf16CodeUnits");
    ArrayNode results = one.putArray("results");
    run.specifications().forEach(checked -> new Results(checked, order, results).add());
    return Json.text(log);
  }

  /** The rules that can be broken, in a fixed order, and what they say. */
  private static Map<String, String> rules(Run run) {
    Map<String, String> rules = new TreeMap<>();
    rules.put(VIOLATED, "A property is violated, and the certificate proves it.");
    rules.put(
        UNDECIDED, "The bounds of a property do not settle it, or nothing is known of a query.");
    rules.put(FAILED, "A property, a query or a whole specification could not be checked.");
    for (Checked checked : run.specifications()) {
      for (Diagnostic one : checked.diagnostics()) {
        rules.put(DIAGNOSTIC + one.code(), "A message about the text of a specification.");
      }
    }
    return rules;
  }

  /** The results of one specification. */
  private record Results(Checked checked, List<String> rules, ArrayNode all) {
    void add() {
      checked.diagnostics().forEach(this::add);
      checked.problem().ifPresent(why -> failed("", why));
      checked.outcomes().forEach(this::add);
      for (Unchecked one : checked.unchecked()) {
        failed(one.name(), one.reason());
      }
    }

    private void failed(String name, String why) {
      result(FAILED, "error", VerdictText.notChecked(why), Optional.empty(), name);
    }

    private void add(Diagnostic one) {
      String level = one.severity() == Severity.ERROR ? "error" : "warning";
      Region region = new Region(one.line(), one.column(), one.length());
      result(DIAGNOSTIC + one.code(), level, one.message(), Optional.of(region), one.message());
    }

    private void add(Outcome outcome) {
      String name = outcome.obligation().name();
      Optional<Region> region = Optional.of(outcome.obligation().region());
      String message = name + ": " + VerdictText.of(outcome);
      switch (outcome.state()) {
        case VIOLATED -> result(VIOLATED, "error", message, region, name);
        case UNDECIDED -> result(UNDECIDED, "warning", message, region, name);
        case FAILED -> result(FAILED, "error", message, region, name);
        default -> {}
      }
    }

    private void result(
        String rule, String level, String message, Optional<Region> place, String what) {
      ObjectNode result = all.addObject();
      result.put("ruleId", rule);
      result.put("ruleIndex", rules.indexOf(rule));
      result.put("level", level);
      result.putObject("message").put("text", message);
      ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
      location.putObject("artifactLocation").put("uri", RelativeUri.of(checked.specification()));
      place.ifPresent(region -> region(location.putObject("region"), region));
      result.putObject("partialFingerprints").put(FINGERPRINT, fingerprint(rule, what));
    }

    /** Within a line; what a message about several lines covers is not known here. */
    private static void region(ObjectNode node, Region region) {
      node.put("startLine", region.line());
      node.put("startColumn", region.column());
      node.put("endColumn", region.column() + Math.max(1, region.length()));
    }

    private String fingerprint(String rule, String what) {
      String all = String.join("\n", RelativeUri.of(checked.specification()), rule, what);
      return Sha256.of(all.getBytes(StandardCharsets.UTF_8))
          .substring(0, 32)
          .toLowerCase(Locale.ROOT);
    }
  }
}
