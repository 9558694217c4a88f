package surety.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import surety.certificates.arithmetic.Rational;
import surety.certificates.rejection.Rejection;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Semantics;
import surety.language.Diagnostic;
import surety.language.Obligation;
import surety.language.display.BoundsText;
import surety.language.display.ClaimLevel;
import surety.language.display.Claims;
import surety.language.display.Decimals;
import surety.report.Json;
import surety.report.Words;
import surety.solver.BandPoint;

/** The report of a replay, as text and as JSON. */
public final class ReplayReport {
  private static final String INDENT = "  ";

  private ReplayReport() {}

  /** For people. The first line is the verdict, with the reason if it is not VALID. */
  public static void printText(Replayed replayed, Ansi ansi, PrintWriter out) {
    out.println(
        ansi.string("@|bold,fg(" + colour(replayed) + ") " + replayed.result().summary() + "|@")
            + ": "
            + replayed.reason().orElse(replayed.certificate().toString()));
    replayed.obligation().ifPresent(asked -> printQuestion(asked, out));
    if (replayed.verdict() == ReplayVerdict.VALID) {
      out.println(INDENT + bounds(replayed));
      replayed.result().verdict().ifPresent(v -> out.println(INDENT + "so the property is " + v));
      if (replayed.thresholds().equals(Optional.of(Replayed.CERTIFICATE))) {
        out.println(
            INDENT + "the certificate chose the thresholds, the specification their number");
      }
      out.println(INDENT + ClaimLevel.of(replayed.obligation().orElseThrow().statement()));
      out.println(
          INDENT
              + Words.seconds(replayed.seconds())
              + ", "
              + Words.cells(replayed.result().leaves()));
    }
  }

  /** For people, of specifications: how many of each, then each as if it were alone. */
  public static void printText(
      List<ReplayedSpecification> all, boolean several, Ansi ansi, PrintWriter out) {
    if (several) {
      String what = all.size() + (all.size() == 1 ? " specification" : " specifications");
      List<Replayed> results = all.stream().flatMap(one -> one.results().stream()).toList();
      out.println(worst(all) + ": " + what + ": " + counts(results));
    }
    for (ReplayedSpecification one : all) {
      if (several) {
        out.println();
      }
      String rest = one.problem().orElseGet(() -> counts(one.results()));
      out.println(one.verdict() + ": " + one.specification() + ": " + rest);
      for (Replayed replayed : one.results()) {
        out.println();
        printText(replayed, ansi, out);
      }
    }
  }

  private static String counts(List<Replayed> results) {
    Map<String, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    results.forEach(result -> counts.merge(result.result().summary(), 1, Integer::sum));
    return counts.isEmpty()
        ? "nothing was replayed"
        : counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining("; "));
  }

  private static String worst(List<ReplayedSpecification> all) {
    List<String> verdicts = all.stream().map(ReplayedSpecification::verdict).toList();
    return Stream.of("FAILED", ReplayVerdict.INVALID.name(), ReplayVerdict.INCOMPLETE.name())
        .filter(verdicts::contains)
        .findFirst()
        .orElse(ReplayVerdict.VALID.name());
  }

  /** For programs, of specifications: the same objects as of a check. */
  public static void printJson(
      String version, List<ReplayedSpecification> all, boolean several, PrintWriter out) {
    if (!several) {
      Json.write(report(version, all.get(0)), out);
      return;
    }
    ObjectNode report = Json.object();
    report.put("version", version);
    report.put("verdict", worst(all));
    ArrayNode specifications = report.putArray("specifications");
    all.forEach(one -> specifications.add(report(version, one)));
    Json.write(report, out);
  }

  private static ObjectNode report(String version, ReplayedSpecification one) {
    ArrayNode results = Json.array();
    one.results().forEach(result -> results.add(result(result)));
    Semantics semantics =
        one.results().stream().findFirst().map(Replayed::semantics).orElse(Semantics.REAL);
    ObjectNode report =
        Json.report(
            version,
            one.specification(),
            Optional.of(one.verdict()),
            semantics,
            results,
            one.diagnostics());
    report.put("problem", one.problem().orElse(null));
    return report;
  }

  /** For programs: the same object as of a check, with one result. */
  public static void printJson(
      String version,
      String specification,
      Optional<Replayed> replayed,
      List<Diagnostic> diagnostics,
      PrintWriter out) {
    ArrayNode results = Json.array();
    replayed.ifPresent(r -> results.add(result(r)));
    Optional<String> verdict = replayed.map(r -> r.verdict().name());
    Semantics semantics = replayed.map(Replayed::semantics).orElse(Semantics.REAL);
    Json.write(Json.report(version, specification, verdict, semantics, results, diagnostics), out);
  }

  /** Green only where nothing that is required stays unproved. */
  private static String colour(Replayed replayed) {
    return switch (replayed.result().exitStatus()) {
      case 0 -> "green";
      case 30 -> "yellow";
      default -> "red";
    };
  }

  private static void printQuestion(Obligation asked, PrintWriter out) {
    String title = asked.title().map(text -> "  \"" + text + "\"").orElse("");
    out.println(INDENT + asked.name() + title);
    out.println(INDENT + asked.text());
  }

  private static String bounds(Replayed replayed) {
    Claim claim = replayed.obligation().orElseThrow().statement().claim();
    if (!Claims.isSingle(claim)) {
      return BoundsText.ofSeveral(claim, replayed.gap());
    }
    BandPoint point = replayed.points().get(0);
    return Words.bounds(replayed.obligation().orElseThrow(), point.lower(), point.upper());
  }

  private static ObjectNode result(Replayed replayed) {
    Optional<BandPoint> single =
        replayed.isSingle() ? replayed.points().stream().findFirst() : Optional.empty();
    boolean valid = replayed.verdict() == ReplayVerdict.VALID;
    ObjectNode node = Json.question(replayed.obligation());
    node.put("verdict", replayed.verdict().name());
    node.put("lower", single.map(point -> Json.lower(point.lower())).orElse(null));
    node.put("upper", single.map(point -> Json.upper(point.upper())).orElse(null));
    node.put("gap", valid ? Json.upper(replayed.gap()) : null);
    node.putNull("wantedGap");
    node.put("seconds", replayed.seconds());
    node.put("cells", replayed.result().leaves());
    node.putNull("stopped");
    node.putNull("shortfall");
    node.put("certificate", replayed.certificate().toString());
    node.put("impossible", false);
    node.putNull("witness");
    if (replayed.isBand()) {
      node.set("band", band(replayed));
    }
    replayed
        .momentNames()
        .ifPresent(names -> node.set("moments", Json.moments(names, replayed.points())));
    node.put("thresholds", replayed.thresholds().orElse(null));
    node.put("established", replayed.result().verdict().map(Enum::name).orElse(null));
    node.put("reason", replayed.reason().orElse(null));
    node.put("rejection", replayed.result().reason().map(Rejection::name).orElse(null));
    return node;
  }

  private static ArrayNode band(Replayed replayed) {
    ArrayNode band = Json.array();
    List<BandPoint> points = replayed.points();
    List<List<Rational>> thresholds = replayed.thresholdsOfPoints();
    for (int k = 0; k < points.size(); k++) {
      List<BigDecimal> at = thresholds.get(k).stream().map(Decimals::nearest).toList();
      band.add(Json.point(at, points.get(k)));
    }
    return band;
  }
}
