package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.language.Diagnostic;
import surety.language.display.ClaimLevel;
import surety.language.evaluation.EventAnswer;
import surety.language.evaluation.EventRole;
import surety.language.evaluation.Trial;
import surety.report.Json;
import surety.solver.evaluation.Evaluation;
import surety.solver.evaluation.Occurrence;
import surety.solver.evaluation.RuntimeEstimate.Computed;
import surety.solver.evaluation.RuntimeEstimate.Unavailable;

/** One input tried out, for programs; {@code surety-run.schema.json} describes it. */
final class TrialJson {
  private final Trial trial;

  TrialJson(Trial trial) {
    this.trial = trial;
  }

  void print(
      String version,
      String specification,
      String network,
      String origin,
      List<String> remarks,
      List<Diagnostic> diagnostics,
      PrintWriter out) {
    ObjectNode report = Json.object();
    report.put("version", version);
    report.put("specification", specification);
    report.put("network", network);
    report.put("claim", "R");
    report.put("claimText", ClaimLevel.REALS);
    report.put("origin", origin.isEmpty() ? null : origin);
    report.set("inputs", inputs());
    report.set("outputs", outputs());
    report.set("estimate", estimate());
    report.set("events", events());
    ArrayNode notes = report.putArray("notes");
    trial.inputs().notes(trial.evaluation().inputs()).forEach(notes::add);
    remarks.forEach(notes::add);
    report.set("diagnostics", Json.diagnostics(diagnostics));
    Json.write(report, out);
  }

  private ArrayNode inputs() {
    ArrayNode list = Json.array();
    for (int k = 0; k < trial.inputs().names().size(); k++) {
      ObjectNode node = list.addObject();
      node.put("name", trial.inputs().names().get(k));
      node.put("exact", trial.evaluation().inputs().get(k).toString());
      int index = k;
      estimated(node, computed().map(c -> c.inputs().get(index)));
    }
    return list;
  }

  private ArrayNode outputs() {
    ArrayNode list = Json.array();
    Evaluation evaluation = trial.evaluation();
    for (int j = 0; j < trial.outputNames().size(); j++) {
      int index = j;
      Interval y = evaluation.enclosures().get(j);
      ObjectNode node = list.addObject();
      node.put("name", trial.outputNames().get(j));
      node.put(
          "exact", evaluation.exact().map(values -> values.get(index).toString()).orElse(null));
      node.put("lower", y.isBounded() ? BigDecimal.valueOf(y.lower()) : null);
      node.put("upper", y.isBounded() ? BigDecimal.valueOf(y.upper()) : null);
      estimated(node, computed().map(c -> c.outputs().get(index)));
      trial
          .deviation(index)
          .ifPresent(
              most -> node.put("deviation", Double.isFinite(most) ? new BigDecimal(most) : null));
    }
    return list;
  }

  /** JSON has no infinity and no NaN; they are null, and the text says what they are. */
  private void estimated(ObjectNode node, Optional<Double> value) {
    node.put(
        "estimate",
        value
            .filter(Double::isFinite)
            .map(x -> new BigDecimal(computed().orElseThrow().format().text(x)))
            .orElse(null));
    node.put(
        "estimateText", value.map(x -> computed().orElseThrow().format().text(x)).orElse(null));
  }

  private Optional<Computed> computed() {
    return trial.estimate() instanceof Computed computed ? Optional.of(computed) : Optional.empty();
  }

  private ObjectNode estimate() {
    ObjectNode node = Json.object();
    node.put("by", "ONNX Runtime");
    node.put(
        "format", computed().map(c -> c.format().name().toLowerCase(Locale.ROOT)).orElse(null));
    node.put(
        "problem",
        trial.estimate() instanceof Unavailable unavailable ? unavailable.reason() : null);
    return node;
  }

  private ArrayNode events() {
    ArrayNode list = Json.array();
    for (EventAnswer answer : trial.answers()) {
      ObjectNode node = list.addObject();
      node.put("name", answer.asked().name());
      boolean isNamed = answer.role() == EventRole.NAMED;
      node.put("kind", isNamed ? "event" : answer.asked().kind().name().toLowerCase(Locale.ROOT));
      node.put(
          "role",
          switch (answer.role()) {
            case ASKED, NAMED -> "event";
            case CONDITION -> "condition";
            case PART -> "part";
          });
      node.put("title", answer.asked().title().orElse(null));
      node.put("event", answer.event());
      node.put(
          "happens",
          answer.exact() == Occurrence.UNKNOWN ? null : answer.exact() == Occurrence.HAPPENS);
      node.put("estimate", answer.estimate().orElse(null));
    }
    return list;
  }
}
