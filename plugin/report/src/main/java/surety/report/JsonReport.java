package surety.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Semantics;
import surety.language.verification.Evidence;
import surety.language.verification.VerificationState;
import surety.solver.witness.Witness;

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

  /** Prints one specification, of one with errors no results. */
  public static void print(String version, Checked checked, PrintWriter out) {
    Json.write(report(version, checked), out);
  }

  /** Prints a cdf with the probabilities between its thresholds. */
  public static void printDensity(String version, Checked checked, PrintWriter out) {
    ObjectNode report = report(version, checked);
    Outcome outcome = checked.outcomes().get(0);
    ((ObjectNode) report.get("results").get(0)).set("density", density(outcome));
    Json.write(report, out);
  }

  private static ArrayNode density(Outcome outcome) {
    ArrayNode density = Json.array();
    if (outcome.points().isEmpty()) {
      return density;
    }
    for (Bin bin : Bin.of(outcome.points())) {
      boolean isLast = bin.to() == outcome.points().size();
      density
          .addObject()
          .put("from", bin.to() == 0 ? null : outcome.threshold(bin.to() - 1))
          .put("to", isLast ? null : outcome.threshold(bin.to()))
          .put("lower", Json.lower(Bound.of(bin.lower())))
          .put("upper", Json.upper(Bound.of(bin.upper())));
    }
    return density;
  }

  /** Prints all specifications of a run: the same object for each. */
  public static void print(Run run, PrintWriter out) {
    ObjectNode report = Json.object();
    report.put("version", run.version());
    report.put("verdict", verdict(run.states()).orElse(null));
    ArrayNode specifications = report.putArray("specifications");
    run.specifications().forEach(checked -> specifications.add(report(run.version(), checked)));
    Json.write(report, out);
  }

  /** What is printed of one specification. */
  public static ObjectNode report(String version, Checked checked) {
    ArrayNode results = Json.array();
    checked.outcomes().forEach(outcome -> results.add(result(outcome)));
    checked.unchecked().forEach(unchecked -> results.add(result(unchecked)));
    ObjectNode report =
        Json.report(
            version,
            checked.specification(),
            verdict(checked.states()),
            semantics(checked),
            results,
            checked.diagnostics());
    report.put("problem", checked.problem().orElse(null));
    return report;
  }

  /** A specification says it once for all. */
  private static Semantics semantics(Checked checked) {
    return checked.outcomes().stream()
        .findFirst()
        .map(outcome -> outcome.obligation().statement().semantics())
        .orElse(Semantics.REAL);
  }

  /** The worst of all; nothing if all are answered. */
  public static Optional<String> verdict(List<VerificationState> states) {
    VerificationState overall = Words.overall(states);
    return overall == VerificationState.ANSWERED ? Optional.empty() : Optional.of(overall.name());
  }

  private static ObjectNode result(Unchecked unchecked) {
    ObjectNode node = Json.question(Optional.empty());
    node.put("name", unchecked.name());
    node.put("kind", unchecked.kind().name().toLowerCase(Locale.ROOT));
    node.put("verdict", VerificationState.FAILED.name());
    node.put("message", unchecked.reason());
    node.putNull("lower");
    node.putNull("upper");
    node.putNull("gap");
    node.putNull("wantedGap");
    node.putNull("shortfall");
    node.put("seconds", 0.0);
    node.put("cells", 0);
    node.put("stopped", "FAILED");
    node.put("replayed", false);
    node.putNull("certificate");
    node.put("impossible", false);
    node.putNull("witness");
    node.putArray("notes");
    return node;
  }

  private static ObjectNode result(Outcome outcome) {
    Optional<Evidence> evidence = outcome.evidence();
    ObjectNode node = Json.question(Optional.of(outcome.obligation()));
    node.put("verdict", verdict(List.of(outcome.state())).orElse(null));
    node.put("message", outcome.fault().map(Fault::message).orElse(null));
    node.put("lower", outcome.isSingle() ? Json.lower(outcome.lower()) : null);
    node.put("upper", outcome.isSingle() ? Json.upper(outcome.upper()) : null);
    node.put("gap", Json.upper(outcome.gap()));
    node.put("wantedGap", new BigDecimal(outcome.wantedGap().text()));
    node.put("seconds", outcome.seconds());
    node.put("cells", evidence.map(Evidence::cells).orElse(0L));
    node.put(
        "stopped",
        evidence
            .flatMap(Evidence::stopped)
            .map(end -> end.reason().name())
            .orElse(
                outcome.isReplayed()
                    ? null
                    : outcome.fault().isPresent() ? "FAILED" : "NOT_BEGUN"));
    node.put("replayed", outcome.isReplayed());
    node.put("shortfall", Words.shortfall(outcome).orElse(null));
    node.put("certificate", outcome.certificate().map(Object::toString).orElse(null));
    node.put("impossible", evidence.map(Evidence::impossible).orElse(false));
    node.set("witness", evidence.flatMap(Evidence::witness).map(JsonReport::witness).orElse(null));
    outcome.notes().forEach(node.putArray("notes")::add);
    if (outcome.isBand()) {
      node.set("band", band(outcome));
    }
    List<String> moments = outcome.momentNames();
    if (!moments.isEmpty()) {
      node.set("moments", Json.moments(moments, outcome.points()));
    }
    return node;
  }

  private static ArrayNode band(Outcome outcome) {
    ArrayNode band = Json.array();
    for (int i = 0; i < outcome.points().size(); i++) {
      band.add(Json.point(outcome.thresholds(i), outcome.points().get(i)));
    }
    return band;
  }

  /** An input and what the network makes of it, exactly. */
  public static ObjectNode witness(Witness witness) {
    ObjectNode node = Json.object();
    ArrayNode inputs = node.putArray("inputs");
    witness.inputs().stream().map(Rational::toString).forEach(inputs::add);
    ArrayNode outputs = node.putArray("outputs");
    witness.outputs().stream().map(Rational::toString).forEach(outputs::add);
    node.put("exact", witness.isExact());
    return node;
  }
}
