package surety.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.ProbabilityLimit;
import surety.certificates.statement.Verdict;
import surety.language.Diagnostic;
import surety.solver.BandPoint;
import surety.solver.Result;
import surety.solver.Witness;

/**
 * The same report for programs: one object, described by {@code surety-results.schema.json}.
 *
 * <p>A key is never left out because it has no value: it is null then. Bounds are numbers, rounded
 * outward, and may be smaller than any double; a reader that wants a double has to round a lower
 * bound down and an upper bound up.
 */
public final class JsonReport {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  /** Prints the outcomes of a check, or of a cdf. */
  public static void print(
      String version,
      String specification,
      List<Outcome> outcomes,
      List<Diagnostic> diagnostics,
      PrintWriter out) {
    ObjectNode report = NODES.objectNode();
    report.put("version", version);
    report.put("specification", specification);
    report.put("verdict", Words.overall(outcomes).map(Verdict::name).orElse(null));
    report.put("claim", "R");
    report.put("claimText", Words.CLAIM);
    ArrayNode results = report.putArray("results");
    outcomes.forEach(outcome -> results.add(result(outcome)));
    report.set("diagnostics", diagnostics(diagnostics));
    write(report, out);
  }

  static void write(ObjectNode report, PrintWriter out) {
    try {
      out.print(MAPPER.writeValueAsString(report));
      out.print('\n');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that is no JSON", e);
    }
  }

  private static ObjectNode result(Outcome outcome) {
    ObjectNode node = NODES.objectNode();
    node.put("name", outcome.obligation().name());
    node.put("kind", outcome.obligation().kind().name().toLowerCase(Locale.ROOT));
    node.put("title", outcome.obligation().title().orElse(null));
    node.put("text", outcome.obligation().text());
    node.put("verdict", outcome.verdict().map(Verdict::name).orElse(null));
    node.put("lower", outcome.isBand() ? null : lower(outcome.lower()));
    node.put("upper", outcome.isBand() ? null : upper(outcome.upper()));
    Optional<ProbabilityLimit> limit = Words.limit(outcome.obligation());
    node.put("comparison", limit.map(l -> l.comparison().symbol()).orElse(null));
    node.put("bound", limit.map(l -> Decimals.nearest(l.limit())).orElse(null));
    node.put("boundExact", limit.map(l -> l.limit().toString()).orElse(null));
    node.put("gap", upper(outcome.gap()));
    node.put("wantedGap", outcome.wantedGap());
    node.put("seconds", outcome.result().map(Result::seconds).orElse(0.0));
    node.put("cells", outcome.result().map(Result::cells).orElse(0L));
    node.put("stopped", outcome.result().map(r -> r.reason().name()).orElse("NOT_BEGUN"));
    node.put("certificate", outcome.certificate().map(Object::toString).orElse(null));
    node.put("impossible", outcome.result().map(Result::impossible).orElse(false));
    node.set(
        "witness", outcome.result().flatMap(Result::witness).map(JsonReport::witness).orElse(null));
    if (outcome.isBand()) {
      node.set("band", band(outcome));
    }
    return node;
  }

  private static ArrayNode band(Outcome outcome) {
    ArrayNode band = NODES.arrayNode();
    for (int i = 0; i < outcome.points().size(); i++) {
      BandPoint point = outcome.points().get(i);
      band.addObject()
          .put("t", outcome.threshold(i))
          .put("lower", lower(point.lower()))
          .put("upper", upper(point.upper()));
    }
    return band;
  }

  private static ObjectNode witness(Witness witness) {
    ObjectNode node = NODES.objectNode();
    ArrayNode inputs = node.putArray("inputs");
    witness.inputs().stream().map(Rational::toString).forEach(inputs::add);
    ArrayNode outputs = node.putArray("outputs");
    witness.outputs().stream().map(Rational::toString).forEach(outputs::add);
    return node;
  }

  private static ArrayNode diagnostics(List<Diagnostic> diagnostics) {
    ArrayNode list = NODES.arrayNode();
    for (Diagnostic diagnostic : diagnostics) {
      list.addObject()
          .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
          .put("code", diagnostic.code())
          .put("message", diagnostic.message())
          .put("file", diagnostic.file().toString())
          .put("line", diagnostic.line())
          .put("column", diagnostic.column());
    }
    return list;
  }

  private static BigDecimal lower(Dyadic value) {
    return Decimals.floor(value, Decimals.DIGITS);
  }

  private static BigDecimal upper(Dyadic value) {
    return Decimals.ceiling(value, Decimals.DIGITS);
  }
}
