package surety.report.difference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import surety.report.Json;

/** The same for programs: one object, described by {@code surety-difference.schema.json}. */
public final class DifferenceJson {
  private DifferenceJson() {}

  /** Prints it, with what is the same as well. */
  public static void print(String version, Differences all, PrintWriter out) {
    ObjectNode report = Json.object();
    report.put("version", version);
    report.put("old", all.before().source().toString());
    report.put("new", all.after().source().toString());
    report.put("verdict", all.verdict());
    ArrayNode results = report.putArray("results");
    all.results().forEach(one -> results.add(result(one)));
    Json.write(report, out);
  }

  private static ObjectNode result(ResultDifference one) {
    ObjectNode node = Json.object();
    node.put("name", one.name());
    node.put("change", change(one));
    node.set(
        "verdict", pair(one.before().map(Recorded::verdict), one.after().map(Recorded::verdict)));
    ArrayNode assumptions = node.putArray("assumptions");
    for (Assumption assumption : one.assumptions()) {
      assumptions
          .addObject()
          .put("kind", assumption.kind().name())
          .put("of", assumption.what().isEmpty() ? null : assumption.what())
          .put("old", assumption.before())
          .put("new", assumption.after());
    }
    node.set("bounds", one.movement().map(DifferenceJson::movement).orElse(null));
    return node;
  }

  private static String change(ResultDifference one) {
    return one.isNew() ? "NEW" : one.isGone() ? "GONE" : one.isAny() ? "CHANGED" : "SAME";
  }

  private static ObjectNode pair(Optional<String> before, Optional<String> after) {
    return Json.object().put("old", before.orElse(null)).put("new", after.orElse(null));
  }

  private static ObjectNode movement(Movement movement) {
    ObjectNode node = Json.object();
    node.put("direction", movement.direction().name());
    node.put("looser", movement.isLooser());
    node.put("points", movement.points());
    node.set("old", ends(movement.before()));
    node.set("new", ends(movement.after()));
    return node;
  }

  private static ObjectNode ends(Ends ends) {
    return Json.object()
        .put("at", ends.at().isEmpty() ? null : ends.at())
        .put("lower", ends.lower().orElse(null))
        .put("upper", ends.upper().orElse(null));
  }
}
