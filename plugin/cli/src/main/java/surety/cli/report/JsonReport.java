package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Verdict;
import surety.language.Diagnostic;
import surety.solver.BandPoint;
import surety.solver.Result;
import surety.solver.Witness;

/**
 * The report of a check or a cdf for programs: one object, described by {@code
 * surety-results.schema.json}.
 *
 * <p>A key is never left out because it has no value: it is null then. Bounds are numbers, rounded
 * outward, and may be smaller than any double; a reader that wants a double has to round a lower
 * bound down and an upper bound up.
 */
public final class JsonReport {
  private JsonReport() {}

  /** Prints the outcomes, or for a specification with errors none. */
  public static void print(
      String version,
      String specification,
      List<Outcome> outcomes,
      List<Diagnostic> diagnostics,
      PrintWriter out) {
    ArrayNode results = Json.array();
    outcomes.forEach(outcome -> results.add(result(outcome)));
    Optional<String> verdict = Words.overall(outcomes).map(Verdict::name);
    Json.write(Json.report(version, specification, verdict, results, diagnostics), out);
  }

  private static ObjectNode result(Outcome outcome) {
    Optional<Result> result = outcome.result();
    ObjectNode node = Json.question(Optional.of(outcome.obligation()));
    node.put("verdict", outcome.verdict().map(Verdict::name).orElse(null));
    node.put("lower", outcome.isBand() ? null : Json.lower(outcome.lower()));
    node.put("upper", outcome.isBand() ? null : Json.upper(outcome.upper()));
    node.put("gap", Json.upper(outcome.gap()));
    node.put("wantedGap", outcome.wantedGap());
    node.put("seconds", result.map(Result::seconds).orElse(0.0));
    node.put("cells", result.map(Result::cells).orElse(0L));
    node.put("stopped", result.map(r -> r.reason().name()).orElse("NOT_BEGUN"));
    node.put("certificate", outcome.certificate().map(Object::toString).orElse(null));
    node.put("impossible", result.map(Result::impossible).orElse(false));
    node.set("witness", result.flatMap(Result::witness).map(JsonReport::witness).orElse(null));
    if (outcome.isBand()) {
      node.set("band", band(outcome));
    }
    return node;
  }

  private static ArrayNode band(Outcome outcome) {
    ArrayNode band = Json.array();
    for (int i = 0; i < outcome.points().size(); i++) {
      BandPoint point = outcome.points().get(i);
      band.addObject()
          .put("t", outcome.threshold(i))
          .put("lower", Json.lower(point.lower()))
          .put("upper", Json.upper(point.upper()));
    }
    return band;
  }

  private static ObjectNode witness(Witness witness) {
    ObjectNode node = Json.object();
    ArrayNode inputs = node.putArray("inputs");
    witness.inputs().stream().map(Rational::toString).forEach(inputs::add);
    ArrayNode outputs = node.putArray("outputs");
    witness.outputs().stream().map(Rational::toString).forEach(outputs::add);
    node.put("exact", witness.isExact());
    return node;
  }
}
