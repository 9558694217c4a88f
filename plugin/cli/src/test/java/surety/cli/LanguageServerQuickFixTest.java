package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session in which messages are made to go away, as one does it with a light bulb. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(
    value = 120,
    unit = TimeUnit.SECONDS,
    threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read cannot be interrupted
class LanguageServerQuickFixTest {
  private static final String SOUND =
      """
      // Kept as it is.
      semantics real;
      network Net = "net.onnx" { input speed, angle; output score, rest; }
      network Bare = "net.onnx";
      distribution Inputs for Net {
        speed ~ Histogram([0, 1, 2], [1/2, 1/2]);
        angle ~ Normal(0, 1) on [-3, 3]; /* kept */
      }
      distribution Plain for Bare { x[0] ~ Uniform(0, 1); x[1] = 1; }
      property rare "R1": P(score > 3.5) < 1/100 under Inputs;
      query all: cdf(y[1]) at [0, 1] under Plain timeout 60 s;
      """;

  @TempDir private static Path folder;

  private ServerProcess server;
  private Editor editor;
  private int documents;

  @BeforeAll
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void begin() throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.linear(new float[][] {{1, 0}, {0, 1}}));
    server = new ServerProcess();
    editor = server.editor();
    editor.introduce(Map.of("capabilities", Editor.ABLE));
  }

  @AfterAll
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void end() throws IOException, InterruptedException {
    editor.leave();
    assertEquals("", server.complaint());
    assertEquals(0, server.status());
    server.close();
  }

  private String fresh() {
    return folder.resolve("d" + documents++ + ".sure").toUri().toString();
  }

  /** What the editor offers in the place of a message. */
  private List<JsonNode> actions(String uri, JsonNode message) throws IOException {
    List<JsonNode> actions = new ArrayList<>();
    editor
        .request(
            "textDocument/codeAction",
            Map.of(
                "textDocument", Map.of("uri", uri),
                "range", message.get("range"),
                "context", Map.of("diagnostics", List.of(message))))
        .forEach(actions::add);
    return actions;
  }

  private static String applied(String text, JsonNode action, String uri) {
    List<JsonNode> edits = new ArrayList<>();
    action.path("edit").path("changes").path(uri).forEach(edits::add);
    assertFalse(edits.isEmpty(), action.toString());
    edits.sort(
        Comparator.comparingInt((JsonNode e) -> offset(text, e.path("range").path("start")))
            .reversed());
    StringBuilder changed = new StringBuilder(text);
    for (JsonNode edit : edits) {
      changed.replace(
          offset(text, edit.path("range").path("start")),
          offset(text, edit.path("range").path("end")),
          edit.path("newText").asText());
    }
    return changed.toString();
  }

  private static int offset(String text, JsonNode position) {
    int start = 0;
    for (int line = 0; line < position.path("line").asInt(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + position.path("character").asInt();
  }

  /** Each fix of the message makes it go away, brings no new one, and keeps the comments. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "semantics real;||semantics.missing|1|semantics real;",
        "real|float|semantics.unknown|1|semantics real;",
        "  angle ~ Normal(0, 1) on [-3, 3];||input.missing|2|angle ~ Uniform(0, 1);",
        "x[1] = 1;||input.missing|2|x[1] ~ Uniform(0, 1);",
        "for Net|for Nte|unknown.network|1|for Net {",
        "under Inputs|under Input|unknown.distribution|1|under Inputs;",
        "score >|scroe >|unknown.output|1|P(score > 3.5)",
        "  speed ~|  sped ~|unknown.input|1|  speed ~",
        "Normal(|normal(|unknown.family|1|~ Normal(0, 1)",
        "score, rest|score|network.outputs|1|output score, y1;",
        "cdf(y[1])|cdf(y1)|unknown.output|2|cdf(y[1])",
        "[-3, 3]|[3, -3]|interval.empty|1|on [-3, 3]",
        "Uniform(0, 1)|Uniform(1, 0)|interval.empty|1|Uniform(0, 1)",
        "[1/2, 1/2]|[1, 2]|histogram.sum|1|[1/3, 2/3]",
        "[0, 1, 2]|[2, 1, 0]|histogram.order|1|[0, 1, 2]",
        "\"net.onnx\";|\"nte.onnx\";|network.missing|1|Bare = \"net.onnx\";",
        "query all|query rare|name.repeated|1|query rare",
        "at [0, 1]|at [1, 0]|points.order|1|at [0, 1]",
        "60 s;|60 sec;|timeout.unit|1|timeout 60 s;",
        "60 s;|60 s|syntax|1|timeout 60 s;",
        "query all|qeury all|syntax|1|query all",
      })
  void fixesOfAMessage(String before, String broken, String code, int least, String after)
      throws IOException {
    String text = SOUND.replaceFirst(quoted(before), broken == null ? "" : quotedText(broken));
    assertFalse(text.equals(SOUND), before);
    String uri = fresh();
    JsonNode messages = editor.open(uri, text);
    assertEquals(code, messages.path(0).path("code").asText(), messages.toString());
    List<JsonNode> actions = actions(uri, messages.get(0));
    assertTrue(actions.size() >= least, actions.toString());
    assertTrue(actions.get(0).path("isPreferred").asBoolean());
    assertTrue(applied(text, actions.get(0), uri).contains(after), actions.toString());
    for (JsonNode action : actions) {
      String fixed = applied(text, action, uri);
      JsonNode left = editor.change(uri, fixed);
      assertEquals(0, left.size(), action.path("title").asText() + left);
      assertTrue(fixed.startsWith("// Kept") || fixed.contains("\n// Kept"), fixed);
      assertTrue(fixed.contains("/* kept */"), fixed);
    }
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  private static String quotedText(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  /** A message with several ways out in one file does not spoil the others. */
  @Test
  void oneAfterTheOther() throws IOException {
    String text =
        SOUND
            .replace("semantics real;\n", "")
            .replace("[-3, 3]", "[3, -3]")
            .replace("score >", "scroe >")
            .replace("[1/2, 1/2]", "[1, 1]");
    String uri = fresh();
    JsonNode messages = editor.open(uri, text);
    int rounds = 0;
    while (!messages.isEmpty()) {
      text = applied(text, actions(uri, messages.get(0)).get(0), uri);
      JsonNode left = editor.change(uri, text);
      assertTrue(left.size() < messages.size(), left.toString());
      messages = left;
      rounds++;
    }
    assertEquals(4, rounds);
  }

  @Test
  void whatHasNoObviousWayOutHasNoFix() throws IOException {
    String uri = fresh();
    JsonNode messages = editor.open(uri, SOUND.replace("< 1/100", "< 2"));
    assertEquals("limit.range", messages.path(0).path("code").asText());
    assertEquals(List.of(), actions(uri, messages.get(0)));
  }
}
