package surety.report.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import surety.language.storage.FileReasons;
import surety.report.StatementOutline;

/** Reads the JSON of a check: what is compared, and nothing else of it. */
final class ResultsReader {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private static final long MOST_BYTES = 1 << 28;

  /** No bound that is printed has a larger exponent, and the difference of two has to be short. */
  private static final int MOST_SCALE = 100_000;

  private static final String SPECIFICATION_ENDING = ".sure";

  private final Path file;

  private ResultsReader(Path file) {
    this.file = file;
  }

  static RecordedRun read(Path file) throws UnreadableRunException {
    return new ResultsReader(file).read();
  }

  private RecordedRun read() throws UnreadableRunException {
    JsonNode root = tree();
    List<JsonNode> reports = new ArrayList<>();
    if (root.has("specifications")) {
      // in results.json of a report each has more around it
      list(root, "specifications")
          .forEach(one -> reports.add(one.path("report").isObject() ? one.get("report") : one));
    } else if (root.has("results")) {
      reports.add(root);
    } else {
      throw wrong("it has neither 'results' nor 'specifications'");
    }
    Map<String, Integer> stems = new HashMap<>();
    for (JsonNode report : reports) {
      stems.merge(stem(text(report, "specification")), 1, Integer::sum);
    }
    List<Recorded> all = new ArrayList<>();
    for (JsonNode report : reports) {
      String path = text(report, "specification");
      String name = stems.get(stem(path)) == 1 ? stem(path) : path;
      for (JsonNode result : list(report, "results")) {
        all.add(recorded(name, result));
      }
    }
    requireDistinct(all);
    return new RecordedRun(file, false, all);
  }

  private JsonNode tree() throws UnreadableRunException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw wrong("it is larger than 256 MB");
      }
      JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
      if (root == null || !root.isObject()) {
        throw wrong("it is no JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw wrong("it is no JSON: " + e.getOriginalMessage());
    } catch (NumberFormatException e) {
      throw wrong("it has a number with an exponent that no number has");
    } catch (IOException e) {
      throw new UnreadableRunException(file + " cannot be read: " + FileReasons.of(e));
    }
  }

  /** What the name of a file is without folders and ending. */
  private static String stem(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return name.endsWith(SPECIFICATION_ENDING)
        ? name.substring(0, name.length() - SPECIFICATION_ENDING.length())
        : name;
  }

  private void requireDistinct(List<Recorded> all) throws UnreadableRunException {
    Set<String> keys = new HashSet<>();
    for (Recorded one : all) {
      if (!keys.add(one.key())) {
        throw wrong("it has '" + one.key() + "' twice");
      }
    }
  }

  private Recorded recorded(String specification, JsonNode result) throws UnreadableRunException {
    Optional<String> quantity = optional(result, "quantity");
    return new Recorded(
        specification,
        text(result, "name"),
        optional(result, "verdict").orElse("ANSWERED"),
        quantity.orElse("value"),
        optional(result, "required"),
        optional(result, "text"),
        optional(result, "message").isPresent() || quantity.isEmpty() ? List.of() : bounds(result),
        result.hasNonNull("statement")
            ? Optional.of(statement(result.get("statement")))
            : Optional.empty());
  }

  private List<Ends> bounds(JsonNode result) throws UnreadableRunException {
    if (result.has("moments")) {
      List<Ends> all = new ArrayList<>();
      for (JsonNode moment : list(result, "moments")) {
        all.add(ends(text(moment, "quantity"), moment));
      }
      return all;
    }
    if (!result.has("band")) {
      return List.of(ends("", result));
    }
    List<Ends> all = new ArrayList<>();
    for (JsonNode point : list(result, "band")) {
      all.add(ends(threshold(point), point));
    }
    return all;
  }

  private String threshold(JsonNode point) throws UnreadableRunException {
    JsonNode t = point.path("t");
    List<JsonNode> all =
        t.isArray() ? StreamSupport.stream(t.spliterator(), false).toList() : List.of(t);
    if (all.isEmpty() || !all.stream().allMatch(JsonNode::isNumber)) {
      throw wrong("a point of a 'band' has no threshold 't'");
    }
    return all.stream().map(x -> threshold(x.decimalValue())).collect(Collectors.joining(", "));
  }

  /** The same for equal numbers, however they are written. */
  static String threshold(BigDecimal t) {
    return t.stripTrailingZeros().toString();
  }

  private Ends ends(String at, JsonNode node) throws UnreadableRunException {
    Ends ends = new Ends(at, number(node, "lower"), number(node, "upper"));
    if (ends.gap().filter(gap -> gap.signum() < 0).isPresent()) {
      throw wrong("a 'lower' is above its 'upper'");
    }
    return ends;
  }

  private Optional<BigDecimal> number(JsonNode node, String key) throws UnreadableRunException {
    JsonNode value = node.get(key);
    if (value == null || !(value.isNumber() || value.isNull())) {
      throw wrong("a result has no '" + key + "'");
    }
    if (value.isNull()) {
      return Optional.empty();
    }
    BigDecimal number = value.decimalValue();
    if (Math.abs((long) number.scale()) > MOST_SCALE) {
      throw wrong("a '" + key + "' has an exponent that no bound has");
    }
    return Optional.of(number);
  }

  private StatementOutline statement(JsonNode node) throws UnreadableRunException {
    List<StatementOutline.NetworkFile> networks = new ArrayList<>();
    for (JsonNode network : list(node, "networks")) {
      networks.add(
          new StatementOutline.NetworkFile(text(network, "file"), text(network, "sha256")));
    }
    return new StatementOutline(
        text(node, "sha256"),
        text(node, "semantics"),
        networks,
        texts(node, "inputs"),
        texts(node, "distribution"),
        text(node, "asked"));
  }

  private List<String> texts(JsonNode node, String key) throws UnreadableRunException {
    List<String> all = new ArrayList<>();
    for (JsonNode one : list(node, key)) {
      all.add(one.asText());
    }
    return all;
  }

  private JsonNode list(JsonNode node, String key) throws UnreadableRunException {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      throw wrong("'" + key + "' is missing, or no list");
    }
    return value;
  }

  private String text(JsonNode node, String key) throws UnreadableRunException {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw wrong("'" + key + "' is missing, or no text");
    }
    return value.asText();
  }

  private static Optional<String> optional(JsonNode node, String key) {
    return Optional.of(node.path(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private UnreadableRunException wrong(String reason) {
    return new UnreadableRunException(
        file
            + " is not the JSON of a check: "
            + reason
            + "; 'surety check --format json' writes one");
  }
}
