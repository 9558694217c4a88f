package surety.report.writing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import surety.language.DataFile;
import surety.report.Checked;
import surety.report.HeavyBox;
import surety.report.Json;
import surety.report.JsonReport;
import surety.report.ListedRequirement;
import surety.report.Machine;
import surety.report.Outcome;
import surety.report.RequirementTitle;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.ShellWords;
import surety.report.Traceability;
import surety.report.TraceabilityRow;
import surety.report.VerdictText;

/**
 * A run for programs, described by {@code surety-report.schema.json}: of each specification what
 * {@code surety check --format json} prints, and beside it what a gate or an auditor wants to know.
 */
public final class ResultsReport implements RunFile {
  @Override
  public String name() {
    return "results.json";
  }

  @Override
  public String text(Run run) {
    ObjectNode report = Json.object();
    report.put("version", run.version());
    report.put("verdict", JsonReport.verdict(run.states()).orElse(null));
    report.set("run", run(run));
    ArrayNode specifications = report.putArray("specifications");
    run.specifications().forEach(checked -> specifications.add(specification(run, checked)));
    report.set("uncovered", run.requirements().isPresent() ? uncovered(run) : null);
    return Json.text(report);
  }

  private static ObjectNode run(Run run) {
    Machine machine = run.machine();
    ObjectNode node = Json.object();
    run.arguments().forEach(node.putArray("arguments")::add);
    node.put("started", run.started().toString());
    node.put("finished", run.finished().toString());
    node.put("java", machine.java());
    node.put("vendor", machine.vendor());
    node.put("system", machine.system());
    node.put("processors", machine.processors());
    return node;
  }

  private static ObjectNode specification(Run run, Checked checked) {
    ObjectNode node = Json.object();
    node.put("sha256", checked.digest().orElse(null));
    node.set("report", JsonReport.report(run.version(), checked));
    ArrayNode evidence = node.putArray("evidence");
    checked.outcomes().forEach(outcome -> evidence.add(evidence(checked, outcome)));
    return node;
  }

  private static ObjectNode evidence(Checked checked, Outcome outcome) {
    RequirementTitle title = RequirementTitle.of(outcome.obligation());
    ObjectNode node = Json.object();
    node.put("name", outcome.obligation().name());
    node.put("requirement", title.id().orElse(null));
    node.put("line", outcome.obligation().region().line());
    node.put("column", outcome.obligation().region().column());
    node.put("sentence", VerdictText.of(outcome));
    node.put("distanceToLimit", VerdictText.distance(outcome).map(BigDecimal::new).orElse(null));
    node.put("established", outcome.evidence().map(e -> e.established().toString()).orElse(null));
    node.set("networks", files(outcome.obligation().networks()));
    node.set("data", files(outcome.obligation().histograms()));
    node.put("certificateSha256", outcome.certificateDigest().orElse(null));
    node.put("replay", ShellWords.replay(checked, outcome).orElse(null));
    ArrayNode boxes = node.putArray("heaviest");
    for (HeavyBox box : HeavyBox.of(outcome)) {
      boxes
          .addObject()
          .put("inputs", box.words())
          .put("happens", HeavyBox.areInside(outcome))
          .put("estimate", box.probability());
    }
    return node;
  }

  private static ArrayNode files(List<DataFile> files) {
    ArrayNode list = Json.array();
    files.forEach(
        one -> list.addObject().put("file", one.file().toString()).put("sha256", one.digest()));
    return list;
  }

  /** The listed requirements that no property is about. */
  private static ArrayNode uncovered(Run run) {
    ArrayNode list = Json.array();
    for (TraceabilityRow row : Traceability.of(run)) {
      Optional<ListedRequirement> alone =
          row.isUncovered()
              ? row.id().map(id -> new ListedRequirement(id, row.title()))
              : Optional.empty();
      alone.ifPresent(one -> list.addObject().put("id", one.id()).put("title", one.title()));
    }
    return list;
  }
}
