package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.SpecificationFormatter;

/** One long session with one real server, in which each request comes up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(
    value = 120,
    unit = TimeUnit.SECONDS,
    threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read cannot be interrupted
class LanguageServerSessionTest {
  private static final String PRELUDE =
      """
      semantics real;
      network N = "net.onnx" { input a; output c; }
      network U = "net.onnx";
      distribution D for N { a ~ Beta(2, 2); }
      """;

  @TempDir private static Path folder;

  private ServerProcess server;
  private Editor editor;
  private int documents;

  @BeforeAll
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void begin() throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.identity());
    Files.writeString(folder.resolve("text.onnx"), "no network");
    server = new ServerProcess();
    editor = server.editor();
    // Without rootUri and without folders, as for an editor that opened one file.
    JsonNode offered = editor.introduce(Map.of("capabilities", Editor.ABLE)).path("capabilities");
    assertTrue(offered.path("hoverProvider").asBoolean());
    assertTrue(offered.path("renameProvider").asBoolean());
    assertEquals(4, offered.path("signatureHelpProvider").path("triggerCharacters").size());
    assertTrue(offered.path("inlayHintProvider").asBoolean());
  }

  @AfterAll
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void end() throws IOException, InterruptedException {
    editor.leave();
    assertEquals("", server.complaint());
    assertEquals(0, server.status());
    server.close();
  }

  /** A document that no other test has. */
  private String fresh() {
    return uri(folder.resolve("d" + documents++ + ".sure"));
  }

  private static String uri(Path file) {
    return "file://" + file.toAbsolutePath().toUri().getRawPath();
  }

  private String opened(String text) throws IOException {
    String uri = fresh();
    editor.open(uri, text);
    return uri;
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../../examples"))) {
      return files
          .filter(file -> file.toString().endsWith(".sure"))
          .filter(file -> !file.toString().contains("target"))
          .sorted()
          .toList();
    }
  }

  /** They lie outside of any workspace. */
  @ParameterizedTest
  @MethodSource("samples")
  void samplesHaveNoMessagesAndAreFormatted(Path sample) throws IOException {
    String uri = uri(sample.toRealPath());
    assertEquals(0, editor.open(uri, Files.readString(sample)).size());
    assertEquals(0, editor.about("formatting", uri).size());
    assertEquals(0, editor.close(uri).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network N = \"gone.onnx\";|network.missing|0|12",
        "network N = \"text.onnx\";|network.unreadable|0|12",
        "network N = \"../../../../../../../etc/passwd\";|network.unreadable|0|12",
        "network N = \"\";|network.missing|0|12",
        "network N = \"net.onnx\"|syntax|0|",
      })
  void whatIsWrongGetsOneMessageWhereItBelongs(String line, String code, int row, Integer character)
      throws IOException {
    String uri = fresh();
    List<JsonNode> found = new ArrayList<>();
    editor
        .open(uri, line + "\nsemantics real;\n")
        .forEach(
            d -> {
              if (d.path("severity").asInt() == 1) {
                found.add(d);
              }
            });
    assertEquals(1, found.size(), found.toString());
    assertEquals(code, found.get(0).path("code").asText());
    assertEquals("surety", found.get(0).path("source").asText());
    if (character != null) {
      assertEquals(row, found.get(0).path("range").path("start").path("line").asInt());
      assertEquals(character, found.get(0).path("range").path("start").path("character").asInt());
    }
  }

  /** The same messages, codes and places as on the command line. */
  @Test
  void messagesAreThoseOfTheCommandLine() throws IOException {
    Path file = folder.resolve("same.sure");
    String text =
        PRELUDE
            + "distribution E for N { b ~ Beta(0, 2); }\n"
            + "property p: P(c > 0) < 2 under D;\n"
            + "property q: P(a > 0 and c) < 2 under F within 0;\n";
    Files.writeString(file, text);
    List<String> shown = new ArrayList<>();
    editor
        .open(uri(file), text)
        .forEach(
            d -> {
              JsonNode start = d.path("range").path("start");
              shown.add(
                  file
                      + ":"
                      + (start.path("line").asInt() + 1)
                      + ":"
                      + (start.path("character").asInt() + 1)
                      + ": "
                      + (d.path("severity").asInt() == 1 ? "error: " : "warning: ")
                      + d.path("message").asText());
            });
    List<String> printed =
        CommandRun.of("check", file.toString())
            .err()
            .lines()
            .filter(line -> line.startsWith(file.toString() + ":"))
            .toList();
    assertFalse(printed.isEmpty());
    assertEquals(printed.stream().sorted().toList(), shown.stream().sorted().toList());
  }

  @Test
  void messagesFollowTheTyping() throws IOException {
    String uri = fresh();
    String idle = "nothing-claimed";
    assertEquals(idle, codes(editor.open(uri, PRELUDE)));
    assertEquals(idle + " semantics.unknown", codes(replaced(uri, 0, 10, 14, "reel")));
    assertEquals(idle, codes(replaced(uri, 0, 10, 14, "real")));
    // Behind the end of a line, and behind the last line, are places too.
    assertEquals(idle, codes(replaced(uri, 0, 99, 99, "")));
    assertEquals("syntax", codes(replaced(uri, 99, 0, 5, "property")));
    assertEquals(0, editor.close(uri).size());
  }

  /** Though nothing in the network's own line has changed. */
  @Test
  void anotherSemanticsMayRefuseANetworkThatWasRight() throws IOException {
    Files.write(
        folder.resolve("norm.onnx"), TinyNetwork.activated(new float[][] {{1}}, "ReduceL1"));
    String uri = fresh();
    String idle = "nothing-claimed";
    assertEquals(idle, codes(editor.open(uri, PRELUDE.replace("net.onnx", "norm.onnx"))));
    assertEquals(
        idle + " semantics.unbounded semantics.unbounded",
        codes(replaced(uri, 0, 10, 14, "float64")));
    assertEquals(idle, codes(replaced(uri, 0, 10, 17, "real")));
  }

  private static String codes(JsonNode diagnostics) {
    List<String> codes = new ArrayList<>();
    diagnostics.forEach(d -> codes.add(d.path("code").asText()));
    return String.join(" ", codes.stream().sorted().toList());
  }

  private JsonNode replaced(String uri, int line, int from, int to, String text)
      throws IOException {
    return editor.change(
        uri,
        Map.of(
            "range",
            Map.of(
                "start", Map.of("line", line, "character", from),
                "end", Map.of("line", line, "character", to)),
            "text",
            text));
  }

  @Test
  void textsBeyondTheLimitsAreRefusedAndTheEditorStaysUsable() throws IOException {
    String uri = fresh();
    assertEquals("text.too-large", onlyCode(editor.open(uri, "x ".repeat(5 << 20))));
    assertEquals("text.too-deep", onlyCode(editor.change(uri, "(".repeat(1000))));
    assertEquals("text.not-text", onlyCode(editor.change(uri, "real\u0000;")));
    for (String method : List.of("hover", "completion", "definition", "references")) {
      assertFalse(editor.at(method, uri, 3, 7).has("code"), method);
    }
    for (String method :
        List.of("documentSymbol", "foldingRange", "formatting", "semanticTokens/full")) {
      assertFalse(editor.about(method, uri).has("code"), method);
    }
    assertEquals("nothing-claimed", onlyCode(editor.change(uri, PRELUDE)));
  }

  private static String onlyCode(JsonNode diagnostics) {
    assertEquals(1, diagnostics.size(), diagnostics.toString());
    return diagnostics.path(0).path("code").asText();
  }

  @Test
  void aLargeSpecificationIsServed() throws IOException {
    StringBuilder text = new StringBuilder(PRELUDE);
    for (int i = 0; i < 1000; i++) {
      text.append("property p").append(i).append(": P(c > 0.").append(i).append(") < 1 under D;\n");
    }
    String uri = fresh();
    assertEquals(0, editor.open(uri, text.toString()).size());
    assertEquals(1, replaced(uri, 500, 9, 9, "!").size());
    assertEquals(0, replaced(uri, 500, 9, 10, "").size());
    assertEquals(1001, editor.at("references", uri, 3, 13).size());
  }

  @Test
  void aNetworkFileThatChangesIsReadAgain() throws IOException {
    Path network = folder.resolve("changing.onnx");
    String uri = fresh();
    String text =
        """
        semantics real;
        network N = "changing.onnx" { input a; output c; }
        distribution D for N { a = 1; }
        query q: P(c > 0) = ? under D;
        """;
    assertEquals("network.missing", onlyCode(editor.open(uri, text)));
    Files.write(network, TinyNetwork.identity());
    assertEquals(0, watched(network, uri).size());
    Files.write(network, TinyNetwork.linear(new float[][] {{1}, {1}}));
    assertEquals("network.inputs", watched(network, uri).path(0).path("code").asText());
    editor.close(uri);
  }

  private JsonNode watched(Path file, String uri) throws IOException {
    editor.notify(
        "workspace/didChangeWatchedFiles",
        Map.of("changes", List.of(Map.of("uri", uri(file), "type", 2))));
    return editor.diagnostics(uri);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "|; constant distribution event loop network property query semantics settings",
        "sem|; semantics",
        "semantics |; float32 float64 real",
        "network N = |; \"changing.onnx\" \"net.onnx\" \"text.onnx\"",
        "distribution E for |; N U",
        "distribution E for N { |; a",
        "distribution E for U { |; x[0]",
        "distribution E for N { a ~ Bet|; Beta(${1:alpha}, ${2:beta})",
        "property p: |; Corr(${1:form1}, ${2:form2}) Cov(${1:form1}, ${2:form2}) E(${1:form})"
            + " P(${1:event}) Std(${1:form}) Var(${1:form}) abs(${1:value})"
            + " cvar(${1:form}, ${2:level}) quantile(${1:form}, ${2:level})",
        "property p: P(|; a abs(${1:value}) argmax(${1:network}) argmin(${1:network}) c"
            + " max(${1:value1}, ${2:value2}) min(${1:value1}, ${2:value2}) not y[0]",
        "property p: P(c > 0) < 1 under |; D",
        "property p: P(c > 0) < 1 under D |; threads timeout within",
        "property p: 0.1 <= P(c > 0) |; of under",
        "property p: P(c > 0) |; in",
        "settings { |; threads timeout within",
        "event e = P(c > 0 |; and or",
        "property p: P(c > 0) < 1 under D timeout 1 |; h min ms s",
        "query q: |; Corr(${1:form1}, ${2:form2}) Cov(${1:form1}, ${2:form2}) E(${1:form})"
            + " P(${1:event}) Std(${1:form}) Var(${1:form}) abs(${1:value})"
            + " cdf(${1:form1}, ${2:form2}) at ${3:20} x ${4:20} points"
            + " cdf(${1:form1}, ${2:form2}, ${3:form3}) at ${4:10} x ${5:10} x ${6:10} points"
            + " cdf(${1:form}) at ${2:100} points"
            + " cvar(${1:form}, ${2:level}) moments(${1:form1}, ${2:form2}) quantile(${1:form}, ${2:level})",
      })
  void completion(String line, String wanted) throws IOException {
    Files.write(folder.resolve("changing.onnx"), TinyNetwork.identity());
    String uri = opened(PRELUDE.replace(";", "; ").strip() + "\n" + line.replace("|", ""));
    JsonNode items = editor.at("completion", uri, 4, line.indexOf('|')).path("items");
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.path("textEdit").path("newText").asText()));
    assertEquals(wanted, String.join(" ", texts.stream().sorted().toList()).strip());
  }

  @Test
  void completionOfADistributionHasPlacesToFillIn() throws IOException {
    String uri = opened(PRELUDE + "distribution E for N { a ~ ");
    JsonNode items = editor.at("completion", uri, 4, 27).path("items");
    assertEquals(30, items.size());
    for (JsonNode item : items) {
      assertEquals(2, item.path("insertTextFormat").asInt());
      assertTrue(item.path("textEdit").path("newText").asText().contains("${1:"));
      assertFalse(item.path("label").asText().contains("$"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Beta(2, |; Beta(alpha, beta); 1",
        "Beta(|; Beta(alpha, beta); 0",
        "Histogram([0, 1], [|; Histogram([edges], [weights]); 1",
        "Polynomial([0, 1], [|; Polynomial([edges], [[coefficients], ...]); 1",
        "Normal(0, 1) on [-1, |; Normal(mean, standard deviation) on [left, right]; 3",
        "Beta(2, 3)|; ; 0",
        "Beta(2, /* |; ; 0",
        "Bta(|; ; 0",
      })
  void signatures(String term, String label, int parameter) throws IOException {
    String line = "distribution E for N { a ~ " + term;
    String uri = opened(PRELUDE + line.replace("|", ""));
    JsonNode help = editor.at("signatureHelp", uri, 4, line.indexOf('|'));
    JsonNode active = help.path("signatures").path(help.path("activeSignature").asInt());
    assertEquals(label == null ? "" : label, active.path("label").asText());
    assertEquals(parameter, help.path("activeParameter").asInt());
    if (label != null) {
      assertFalse(active.path("documentation").asText().isEmpty());
      assertFalse(active.path("parameters").path(0).path("documentation").asText().isEmpty());
    }
  }

  @Test
  void hoverOfADistributionShowsItsFiguresAndItsCurve() throws IOException {
    String uri = opened(PRELUDE);
    String text = editor.at("hover", uri, 3, 28).path("contents").path("value").asText();
    assertTrue(text.contains("mean 0.5, standard deviation 0.2236, support [0, 1]"), text);
    String picture = text.replaceAll("(?s).*base64,([^)]*)\\).*", "$1");
    String svg = new String(Base64.getDecoder().decode(picture), StandardCharsets.UTF_8);
    assertTrue(svg.startsWith("<svg "), svg);
    String input = editor.at("hover", uri, 3, 23).path("contents").path("value").asText();
    assertTrue(input.startsWith("input **a** of network N, the same as x[0]"), input);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a ~ Normal(0, variance = 4); # mean 0, standard deviation 2, support (-∞, ∞)",
        "a ~ Normal(0, 1) on [0, inf]; # , support [0, ∞)",
        "a ~ LogNormal(0, 1); # mean 1.649, standard deviation 2.161, support [0, ∞)",
        "a ~ Weibull(2, 2); # mean 1.772, standard deviation 0.9265, support [0, ∞)",
        "a ~ Logistic(1, 1); # mean 1, standard deviation 1.814, support (-∞, ∞)",
        "a ~ Laplace(1, 1); # mean 1, standard deviation 1.414, support (-∞, ∞)",
        "a ~ StudentT(3, 1, 1); # mean 1, standard deviation 1.732, support (-∞, ∞)",
        "a ~ StudentT(2, 1, 1); # mean 1, standard deviation ∞, support (-∞, ∞)",
        "a ~ Cauchy(0, 1); # no mean, no standard deviation, support (-∞, ∞)",
        "a ~ Cauchy(0, 1) on [-inf, 1]; # mean -∞, standard deviation ∞, support (-∞, 1]",
        "a ~ Pareto(3, 2); # mean 3, standard deviation 1.732, support [2, ∞)",
        "a ~ Polynomial([0, 1], [[0, 2]]); # mean 0.6667, standard deviation 0.2357, support [0, 1]",
        "a ~ Polynomial([0, 1], [[0, 2]]); # ![density](data:image/svg+xml;base64,",
        "a ~ Beta(1/2, 1/2); # mean 0.5, standard deviation 0.3536, support [0, 1]",
        "a ~ Poisson(3); # mean 3, standard deviation 1.732",
        "a ~ Poisson(3); # ![density](data:image/svg+xml;base64,",
        "a ~ Mixture(1/2: Beta(2, 2), 1/2: 2 + Beta(3, 3)); # mean 1.5, standard deviation 1.021",
        "a ~ Mixture(1/2: Beta(2, 2), 1/2: Beta(3, 3)) on [0, 1/2]; # ![density](data:image/svg+xml;base64,",
        "(x[0], x[1]) ~ Normal([0, 1], [[1, 0.3], [0.3, 4]]); # x[0]: mean 0, standard deviation 1; x[1]: mean 1, standard deviation 2; correlation 0.15",
        "(x[0], x[1]) ~ Normal([0, 1], [[1, 0.3], [0.3, 4]]); # ![scatter](data:image/svg+xml;base64,",
        "(x[0], x[1]) ~ Mixture(1/2: Normal([0, 0], [[1, 0], [0, 1]]), 1/2: Normal([2, 2], [[1, 0], [0, 1]])); # correlation 0.5",
        "(x[0], x[1]) ~ Normal([0, 1], [[1, 0], [0, 1]]) on [0, 1] x [0, 1]; # `Normal(mean, standard deviation)",
        "(x[0], x[1]) ~ OneHot(x[0]: 1/4, x[1]: 3/4); # x[0]: mean 0.25, standard deviation 0.433; x[1]: mean 0.75",
        "a ~ Mixture(1/2: Normal(c, 1), 1/2: Beta(2, 2)); # `Mixture(weight: DISTRIBUTION, ...)`",
        "(a) ~ Normal([0], [[1]]); # mean 0, standard deviation 1, support (-∞, ∞)",
      })
  void hoverOfADistributionThatIsNoPlainOne(String assignment, String words) throws IOException {
    String line = "distribution E for N { " + assignment + " }\n";
    String uri = opened(PRELUDE + line);
    String text =
        editor.at("hover", uri, 4, line.indexOf('~') + 3).path("contents").path("value").asText();
    assertTrue(text.contains(words.strip()), text);
  }

  /** The network is y = x. */
  @Test
  void hoverOfAnOutputShowsWhatIsProvenOfItAndAnEstimate() throws IOException {
    String uri =
        opened(
            PRELUDE
                + "distribution E for N { a ~ Normal(3, 2); }\n"
                + "query e: E(c) = ? under E;\nquery d: E(c) = ? under D;\n");
    String proven = withFigures(uri, 5);
    assertTrue(
        proven.contains("under E, proven: mean in [3, 3], standard deviation in [1.9999"), proven);
    assertTrue(
        proven.contains("*Matched moments under E: mean 3, standard deviation 2; an estimate.*"),
        proven);
    String estimated = withFigures(uri, 6);
    assertFalse(estimated.contains("proven"), estimated);
    assertTrue(estimated.contains("mean 0.5, standard deviation 0.2236; an estimate"), estimated);
  }

  /** On a busy machine the first ones may take longer than anybody waits for a hover. */
  private String withFigures(String uri, int line) throws IOException {
    String text = "";
    for (int k = 0; k < 20 && !text.contains("mean"); k++) {
      text = editor.at("hover", uri, line, 11).path("contents").path("value").asText();
    }
    return text;
  }

  @Test
  void hoverOfANetworkShowsWhatIsInTheFile() throws IOException {
    String uri = opened(PRELUDE);
    String text = editor.at("hover", uri, 3, 19).path("contents").path("value").asText();
    assertTrue(text.contains("1 input, 1 output, 1 weights and biases other than 0"), text);
    assertTrue(text.contains("1. affine, 1 to 1"), text);
    assertTrue(text.contains("SHA-256 `"), text);
    assertTrue(
        editor.at("hover", uri, 3, 14).isMissingNode() || editor.at("hover", uri, 3, 14).isNull());
  }

  @Test
  void hoverOfTheSemanticsSaysWhatIsTakenForGranted() throws IOException {
    String real = editor.at("hover", opened(PRELUDE), 0, 2).path("contents").path("value").asText();
    assertTrue(real.contains("claim level R") && real.contains("not covered"), real);
    String uri = opened(PRELUDE.replace("real", "float32 accuracy 9 ulp"));
    String single = editor.at("hover", uri, 0, 12).path("contents").path("value").asText();
    assertTrue(single.contains("claim level F") && single.contains("within 9 units"), single);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "query q: P(c > 0) = ? under D | within 0.1; `within GAP`",
        "query q: P(c > 0) = ? under D | timeout 1 s; `timeout TIME`",
        "query q: P(c > 0) = ? under D | threads 1; `threads COUNT`",
        "query q: | quantile(c, 0.1) = ? under D; `quantile(form, level)`",
        "query q: | Cov(c, c) = ? under D; `Cov(form1, form2)`",
        "query q: P(| abs(c) > 0) = ? under D; `abs(value)`",
        "query q: | cdf(c) at 20 points under D; ```sure",
        "query q: cdf(c, c) at 20 x 20 | points under D; ```sure",
        "query q: cdf(c) | at [1] under D; ```sure",
        "property p: 0.1 <= | P(c > 0) under D; `P(event)`"
      })
  void hoverOfAWordSaysWhatItMeans(String line, String usage) throws IOException {
    String uri = opened(PRELUDE + line.replace("| ", "") + ";\n");
    JsonNode hover = editor.at("hover", uri, 4, line.indexOf('|'));
    assertTrue(hover.at("/contents/value").asText().startsWith(usage), hover.toString());
  }

  @Test
  void namesAreFoundAndRenamed() throws IOException {
    String uri = opened(PRELUDE + "query q: P(c + c > 0) = ? under D;\n");
    assertEquals(
        1,
        editor
            .at("definition", uri, 4, 11)
            .path(0)
            .path("range")
            .path("start")
            .path("line")
            .asInt());
    assertEquals(3, editor.at("references", uri, 4, 11).size());
    assertEquals(2, editor.at("references", uri, 3, 13).size());
    assertEquals(3, rename(uri, 4, 11, "out").path("changes").path(uri).size());
    assertEquals(2, rename(uri, 3, 13, "P").path("changes").path(uri).size());
    for (String name : List.of("", "1x", "a b", "query", "é", "a;")) {
      assertTrue(rename(uri, 4, 11, name).path("message").asText().contains("'"), name);
    }
    assertEquals(
        "'a' is a name already; choose another one",
        rename(uri, 4, 11, "a").path("message").asText());
    assertEquals(
        "'N' is a name already; choose another one",
        rename(uri, 3, 13, "N").path("message").asText());
  }

  private JsonNode rename(String uri, int line, int character, String name) throws IOException {
    return editor.request(
        "textDocument/rename",
        Map.of(
            "textDocument", Map.of("uri", uri),
            "position", Map.of("line", line, "character", character),
            "newName", name));
  }

  @Test
  void symbolsFoldsAndColours() throws IOException {
    String uri =
        opened(
            PRELUDE
                + "property p \"A title\":\n  P(c > 0) < 1 under D;\nquery q: cdf(c) under D;\n");
    JsonNode symbols = editor.about("documentSymbol", uri);
    List<String> names = new ArrayList<>();
    symbols.forEach(s -> names.add(s.path("name").asText() + ": " + s.path("detail").asText()));
    assertEquals(List.of("N: net.onnx", "U: net.onnx", "D: for N", "p: A title", "q: "), names);
    assertEquals("output", symbols.path(0).path("children").path(1).path("detail").asText());
    assertEquals(4, editor.about("foldingRange", uri).path(0).path("startLine").asInt());
    assertEquals(0, editor.about("semanticTokens/full", uri).path("data").size() % 5);
    assertFalse(editor.about("semanticTokens/full", uri).path("data").isEmpty());
  }

  @Test
  void formattingIsThatOfTheCommandLine() throws IOException {
    String text =
        "semantics   real;network N=\"net.onnx\";\n\n\n// kept\nquery q:P(y[0]>0)=? under D ;";
    String uri = opened(text);
    StringBuilder formatted = new StringBuilder(text);
    JsonNode edits = editor.about("formatting", uri);
    for (int i = edits.size() - 1; i >= 0; i--) {
      formatted.replace(
          offset(text, edits.path(i).path("range").path("start")),
          offset(text, edits.path(i).path("range").path("end")),
          edits.path(i).path("newText").asText());
    }
    assertEquals(new SpecificationFormatter().format(text), formatted.toString());
    JsonNode first =
        editor.request(
            "textDocument/rangeFormatting",
            Map.of(
                "textDocument", Map.of("uri", uri),
                "range",
                    Map.of(
                        "start", Map.of("line", 0, "character", 0),
                        "end", Map.of("line", 0, "character", 12)),
                "options", Map.of("tabSize", 2, "insertSpaces", true)));
    assertEquals(1, first.size());
    editor.change(uri, "semantics   real");
    assertEquals(0, editor.about("formatting", uri).size());
  }

  private static int offset(String text, JsonNode position) {
    int start = 0;
    for (int line = 0; line < position.path("line").asInt(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + position.path("character").asInt();
  }

  @Test
  void whatIsNotOpenIsAskedForInVain() throws IOException {
    JsonNode refusal = editor.at("hover", uri(folder.resolve("closed.sure")), 0, 0);
    assertTrue(refusal.path("message").asText().endsWith("closed.sure is not open"));
    assertFalse(refusal.has("data"));
    editor.notify(
        "textDocument/didChange",
        Map.of(
            "textDocument",
            Map.of("uri", uri(folder.resolve("closed.sure")), "version", 1),
            "contentChanges",
            List.of(Map.of("text", "x"))));
    assertTrue(editor.request("surety/nothing", Map.of()).has("code"));
  }

  @Test
  void aDocumentWithoutAFileIsReadToo() throws IOException {
    assertEquals(
        "semantics.missing",
        editor
            .open("untitled:Untitled-1", "network N = \"net.onnx\";")
            .path(0)
            .path("code")
            .asText());
  }

  /** Each message of the text, with what the server offers against it. */
  private JsonNode actions(String uri, JsonNode messages) throws IOException {
    return editor.request(
        "textDocument/codeAction",
        Map.of(
            "textDocument", Map.of("uri", uri),
            "range", messages.get(0).get("range"),
            "context", Map.of("diagnostics", messages)));
  }

  @Test
  void quickFixesMakeMessagesGoAway() throws IOException {
    String text = PRELUDE.replace("semantics real;\n", "") + "query q: P(c > 0.5) = ? under D;\n";
    String uri = fresh();
    JsonNode messages = editor.open(uri, text);
    assertEquals(1, messages.size());
    JsonNode action = actions(uri, messages).get(0);
    assertEquals("quickfix", action.path("kind").asText());
    assertTrue(action.path("isPreferred").asBoolean());
    JsonNode edit = action.path("edit").path("changes").path(uri).get(0);
    assertEquals(0, edit.path("range").path("start").path("line").asInt());
    assertEquals(0, editor.change(uri, edit.path("newText").asText() + text).size());
  }

  @Test
  void messagesOfOthersAndOldOnesHaveNoFixes() throws IOException {
    String uri = fresh();
    JsonNode messages = editor.open(uri, PRELUDE.replace("semantics real;\n", ""));
    editor.change(uri, "");
    String shape = messages.toString();
    for (String other :
        List.of(
            shape.replaceAll("\"code\":\"[^\"]*\"", "\"code\":7"),
            shape.replaceAll("\"code\":\"[^\"]*\"", "\"code\":\"theirs\""),
            shape.replaceAll("\"line\":[0-9]+", "\"line\":99"))) {
      assertEquals(0, actions(uri, Editor.parsed(other)).size());
    }
  }
}
