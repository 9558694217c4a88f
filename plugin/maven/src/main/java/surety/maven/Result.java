package surety.maven;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a property or query, or of a specification of which nothing could be checked.
 *
 * @param specification the file
 * @param name of the property or query; empty if it is about the whole specification
 * @param title of the requirement, if it has one
 * @param state what to make of it
 * @param details what is asked, the bounds, and why it is not better
 */
record Result(
    String specification,
    Optional<String> name,
    Optional<String> title,
    State state,
    List<String> details) {
  /** What to make of a result. */
  enum State {
    /** The bounds keep the limit. */
    PROVED,
    /** Of a query, which requires nothing. */
    ANSWERED,
    /** The bounds break the limit. */
    VIOLATED,
    /** The bounds do not settle it. */
    UNDECIDED,
    /** The certificate is missing, or about another statement than the specification's now. */
    STALE,
    /** The certificate proves nothing. */
    INVALID,
    /** It could not be checked. */
    FAILED
  }

  /** Keeps a copy. */
  Result {
    details = List.copyOf(details);
  }

  /** Those in the report of one specification. */
  static List<Result> of(JsonNode report) {
    String specification = report.get("specification").asText();
    List<Result> results = new ArrayList<>();
    text(report, "problem")
        .ifPresent(
            problem ->
                results.add(
                    new Result(
                        specification,
                        Optional.empty(),
                        Optional.empty(),
                        State.FAILED,
                        List.of(problem))));
    report.get("results").forEach(node -> results.add(of(specification, node)));
    return results;
  }

  private static Result of(String specification, JsonNode node) {
    List<String> details =
        Stream.of(
                text(node, "text"),
                bounds(node),
                text(node, "message"),
                text(node, "shortfall"),
                text(node, "reason"))
            .flatMap(Optional::stream)
            .toList();
    return new Result(specification, text(node, "name"), text(node, "title"), state(node), details);
  }

  private static State state(JsonNode node) {
    Optional<String> verdict = text(node, "verdict");
    if (verdict.isEmpty()) {
      return State.ANSWERED;
    }
    return switch (verdict.get()) {
      case "VALID" -> text(node, "established").map(State::valueOf).orElse(State.ANSWERED);
      case "INVALID" -> isStale(node) ? State.STALE : State.INVALID;
      case "INCOMPLETE" -> State.INVALID;
      default -> State.valueOf(verdict.get());
    };
  }

  /** Of a certificate that is not valid. */
  private static boolean isStale(JsonNode node) {
    boolean missing =
        text(node, "reason").filter(reason -> reason.startsWith("there is no ")).isPresent();
    return missing || text(node, "rejection").filter("OtherStatement"::equals).isPresent();
  }

  private static Optional<String> bounds(JsonNode node) {
    Optional<String> lower = text(node, "lower");
    Optional<String> upper = text(node, "upper");
    return lower.isEmpty() && upper.isEmpty()
        ? Optional.empty()
        : Optional.of(
            text(node, "quantity").orElse("value")
                + " in ["
                + lower.orElse("-infinity")
                + ", "
                + upper.orElse("infinity")
                + "]");
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key))
        .filter(value -> !value.isNull())
        .map(JsonNode::asText);
  }

  /** The same, with the specification named as it is seen from a folder that it is in. */
  Result seenFrom(Path folder) {
    Path file = Path.of(specification);
    return file.startsWith(folder)
        ? new Result(folder.relativize(file).toString(), name, title, state, details)
        : this;
  }

  /** The lines for a log: what it is about, then what is known of it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String head = "%-10s ".formatted(state) + name.orElse(specification);
    lines.add(head + title.map(text -> "  \"" + text + "\"").orElse(""));
    details.forEach(detail -> lines.add(" ".repeat(11) + detail));
    return lines;
  }

  /** In one line. */
  String summary() {
    String what = name.map(n -> "'" + n + "' of " + specification).orElse(specification);
    return what + " is " + state + ": " + String.join("; ", details);
  }
}
