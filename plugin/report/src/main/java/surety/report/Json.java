package surety.report;

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
import surety.certificates.arithmetic.Bound;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Semantics;
import surety.language.Diagnostic;
import surety.language.Obligation;
import surety.language.display.ClaimLevel;
import surety.language.display.Claims;
import surety.language.display.Decimals;
import surety.solver.BandPoint;

/** The parts that the JSON of every command has in common. */
public final class Json {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  /** An empty one. */
  public static ObjectNode object() {
    return NODES.objectNode();
  }

  /** An empty one. */
  public static ArrayNode array() {
    return NODES.arrayNode();
  }

  /** The object around the results. */
  public static ObjectNode report(
      String version,
      String specification,
      Optional<String> verdict,
      Semantics semantics,
      ArrayNode results,
      List<Diagnostic> diagnostics) {
    ObjectNode report = object();
    report.put("version", version);
    report.put("specification", specification);
    report.put("verdict", verdict.orElse(null));
    report.put("claim", ClaimLevel.letter(semantics));
    report.put("claimText", ClaimLevel.of(semantics));
    report.set("results", results);
    report.set("diagnostics", diagnostics(diagnostics));
    report.putNull("problem");
    return report;
  }

  /** What is asked; all null where that is not known. */
  public static ObjectNode question(Optional<Obligation> asked) {
    ObjectNode node = object();
    node.put("name", asked.map(Obligation::name).orElse(null));
    node.put("kind", asked.map(o -> o.kind().name().toLowerCase(Locale.ROOT)).orElse(null));
    node.put("title", asked.flatMap(Obligation::title).orElse(null));
    node.put("text", asked.map(Obligation::text).orElse(null));
    Optional<Requirement> required = asked.flatMap(o -> o.statement().claim().requirement());
    Optional<Limit> limit = required.filter(Limit.class::isInstance).map(Limit.class::cast);
    node.put("quantity", asked.map(Words::quantity).orElse(null));
    node.put("required", required.map(Claims::required).orElse(null));
    node.put("comparison", limit.map(l -> l.comparison().symbol()).orElse(null));
    node.put("bound", limit.map(l -> Decimals.nearest(l.limit())).orElse(null));
    node.putNull("message");
    node.put("boundExact", limit.map(l -> l.limit().toString()).orElse(null));
    ArrayNode limits = node.putArray("limits");
    required
        .map(Requirement::limits)
        .ifPresent(all -> all.forEach(one -> limits.add(one.toString())));
    node.set("statement", asked.map(StatementOutline::of).map(StatementOutline::json).orElse(null));
    return node;
  }

  /** Rounded down; null, as JSON has no infinity, where there is no bound. */
  public static BigDecimal lower(Bound value) {
    return value.finite().map(number -> Decimals.floor(number, Decimals.DIGITS)).orElse(null);
  }

  /** Rounded up; null, as JSON has no infinity, where there is no bound. */
  public static BigDecimal upper(Bound value) {
    return value.finite().map(number -> Decimals.ceiling(number, Decimals.DIGITS)).orElse(null);
  }

  /** Of a cdf: a number, or a list of them for the joint one of several forms. */
  public static ObjectNode point(List<BigDecimal> thresholds, BandPoint point) {
    ObjectNode node = object();
    if (thresholds.size() == 1) {
      node.put("t", thresholds.get(0));
    } else {
      ArrayNode list = node.putArray("t");
      thresholds.forEach(list::add);
    }
    node.put("lower", lower(point.lower()));
    node.put("upper", upper(point.upper()));
    return node;
  }

  /**
   * All moments, each with its bounds.
   *
   * @param points none if nothing was established
   */
  public static ArrayNode moments(List<String> names, List<BandPoint> points) {
    ArrayNode moments = array();
    for (int k = 0; k < points.size(); k++) {
      ObjectNode node = moments.addObject();
      node.put("quantity", names.get(k));
      node.put("lower", lower(points.get(k).lower()));
      node.put("upper", upper(points.get(k).upper()));
    }
    return moments;
  }

  /** Prints it, with a line for each member. */
  public static void write(ObjectNode report, PrintWriter out) {
    out.print(text(report));
  }

  /** The text of it, with a line for each member. */
  public static String text(ObjectNode report) {
    try {
      return MAPPER.writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that is no JSON", e);
    }
  }

  /** What is wrong with a specification. */
  public static ArrayNode diagnostics(List<Diagnostic> diagnostics) {
    ArrayNode list = array();
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
}
