package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Verification in an editor, against the real server. */
@Timeout(
    value = 120,
    unit = TimeUnit.SECONDS,
    threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read cannot be interrupted
class VerificationSessionTest {
  private static final String SPECIFICATION =
      """
      semantics real;
      network N = "net.onnx" { input a; output c; }
      distribution D for N { a ~ Uniform(0, 1); }
      property rare: P(c > 3/4) < 0.5 under D;
      property often "R2": P(c > 1/4) < 0.5 under D;
      query band: cdf(c) at 8 points under D;
      """;

  private static final String LONG_WORK =
      """
      semantics real;
      network N = "net.onnx" { input a, b, d; output c, e; }
      distribution D for N { a ~ Uniform(-1, 1); b ~ Uniform(-1, 1); d ~ Uniform(-1, 1); }
      query slow: P(c - e * 2/3 > 1/7) = ? under D within 1e-14 timeout 100 s;
      query next: P(c > 1/7) = ? under D within 1e-14 timeout 100 s;
      """;

  /** An editor that shows all that the server has. */
  private static final Map<String, Object> INTRODUCTION =
      Map.of(
          "initializationOptions",
          Map.of("verification", true, "showBand", true),
          "capabilities",
          Map.of(
              "window", Map.of("workDoneProgress", true),
              "workspace",
                  Map.of(
                      "codeLens", Map.of("refreshSupport", true),
                      "inlayHint", Map.of("refreshSupport", true)),
              "textDocument", Map.of("publishDiagnostics", Map.of("relatedInformation", true))));

  @TempDir private Path folder;
  private Path file;
  private String uri;
  private ServerProcess server;
  private Editor editor;
  private JsonNode last;

  @BeforeEach
  void begin() throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.identity());
    file = Files.writeString(folder.resolve("s.sure"), SPECIFICATION);
    uri = file.toUri().toString();
    start();
  }

  private void start() throws IOException {
    server = new ServerProcess();
    editor = server.editor();
    editor.introduce(INTRODUCTION);
    last = null;
  }

  @AfterEach
  void end() {
    server.close();
  }

  private void leave() throws IOException, InterruptedException {
    editor.leave();
    assertEquals("", server.complaint());
    assertEquals(0, server.status());
  }

  private JsonNode command(String name, Object... arguments) throws IOException {
    return editor.request(
        "workspace/executeCommand",
        Map.of("command", "surety." + name, "arguments", List.of(arguments)));
  }

  private static JsonNode find(JsonNode status, String name) {
    for (JsonNode property : status.path("properties")) {
      if (property.path("name").asText().equals(name)) {
        return property;
      }
    }
    throw new AssertionError(name + " is not in " + status);
  }

  /** Waits until the specification is as wanted; perhaps it is already. */
  private JsonNode await(Predicate<JsonNode> wanted) throws IOException {
    while (last == null || !wanted.test(last)) {
      JsonNode status = editor.next("surety/verification").path("params");
      last = status.path("uri").asText().equals(uri) ? status : last;
    }
    return last;
  }

  /** Waits until a property or query is in a state. */
  private JsonNode await(String name, String state) throws IOException {
    return find(await(s -> find(s, name).path("state").asText().equals(state)), name);
  }

  /** Not wider than the gap that is asked for by default, and around what is known. */
  private static void assertBounds(double exact, String text) {
    String[] ends = text.substring(1, text.length() - 1).split(", ", -1);
    double lower = Double.parseDouble(ends[0]);
    double upper = Double.parseDouble(ends[1]);
    assertTrue(lower <= exact && exact <= upper && upper - lower <= 1e-9, text);
  }

  private List<String> lenses() throws IOException {
    List<String> titles = new ArrayList<>();
    for (JsonNode lens : editor.about("codeLens", uri)) {
      titles.add(
          lens.path("range").path("start").path("line").asInt()
              + " "
              + lens.path("command").path("title").asText());
    }
    return titles;
  }

  private JsonNode hints() throws IOException {
    return editor.request(
        "textDocument/inlayHint",
        Map.of(
            "textDocument", Map.of("uri", uri),
            "range",
                Map.of(
                    "start", Map.of("line", 0, "character", 0),
                    "end", Map.of("line", 100, "character", 0))));
  }

  private String hover(int line) throws IOException {
    return editor.at("hover", uri, line, 10).path("contents").path("value").asText();
  }

  @Test
  void fromNothingToVerdictsAndBack() throws Exception {
    assertEquals(0, editor.open(uri, SPECIFICATION).size());
    JsonNode first = await(s -> s.path("properties").size() == 3);
    assertEquals("3 not verified", first.path("summary").asText());
    assertEquals(
        List.of(
            "0 Verify all (3 not verified)",
            "3 not verified",
            "3 Verify",
            "4 not verified",
            "4 Verify",
            "5 not verified",
            "5 Verify"),
        lenses());
    assertEquals(0, hints().size());
    assertTrue(hover(3).contains("**not verified**"), hover(3));

    assertTrue(command("verify", uri, "rare").isNull());
    JsonNode proved = await("rare", "proved");
    assertBounds(0.25, proved.path("bounds").asText());
    assertTrue(Double.parseDouble(proved.path("gap").asText()) <= 1e-9, proved.toString());
    assertEquals(0.25, Double.parseDouble(proved.path("margin").asText()), 2e-3);
    String found = proved.path("found").asText();
    assertTrue(found.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d"), found);
    assertTrue(proved.path("certificate").asText().endsWith("/certificates/s.rare.cert"));
    assertEquals(
        "{\"start\":{\"line\":3,\"character\":9},\"end\":{\"line\":3,\"character\":13}}",
        proved.path("range").toString());
    assertTrue(lenses().contains("3 proved, " + found), lenses().toString());
    String hint = hints().get(0).path("label").asText();
    assertEquals("in " + proved.path("bounds").asText(), hint);
    assertTrue(hover(3).contains("level R"), hover(3));

    String changed = SPECIFICATION.replace("3/4", "0.6");
    editor.change(uri, changed);
    String stale = "changed since it was verified";
    await(s -> find(s, "rare").path("message").asText().equals(stale));
    assertEquals(hint.replace("in ", "was "), hints().get(0).path("label").asText());
    editor.change(uri, SPECIFICATION);
    await("rare", "proved");

    editor.change(uri, SPECIFICATION.replace("semantics real;", ""));
    JsonNode among = await(s -> s.has("errors"));
    assertEquals("stale", find(among, "rare").path("state").asText());
    assertTrue(command("verify", uri, "rare").isNull());
    editor.change(uri, "// a comment\n" + SPECIFICATION);
    assertEquals(4, await("rare", "proved").path("range").path("start").path("line").asInt());
    leave();
  }

  /** Nothing jumps, and nothing is lost, while somebody writes the next property. */
  @Test
  void aHalfTypedPropertyLeavesTheOthersAlone() throws Exception {
    editor.open(uri, SPECIFICATION);
    command("verify", uri, "rare");
    await("rare", "proved");
    List<String> before = lenses();
    String typed = "\nproperty new: P(c > 0.1) < 0.9 under";
    for (int k = 1; k <= typed.length(); k++) {
      editor.change(uri, SPECIFICATION + typed.substring(0, k));
      List<String> now = new ArrayList<>(lenses());
      now.removeIf(lens -> !before.contains(lens));
      assertEquals(before.subList(1, before.size()), now.subList(1, now.size()), typed);
    }
    assertEquals("proved", find(last, "rare").path("state").asText());
    assertTrue(command("verify", uri, "often").isNull());
    await("often", "violated");
    editor.change(uri, SPECIFICATION.replace("< 0.5 under D", "< 0. under D"));
    assertEquals("stale", await("rare", "stale").path("state").asText());
    leave();
  }

  @Test
  void anInputIsTried() throws Exception {
    editor.open(uri, SPECIFICATION);
    await(s -> s.path("properties").size() == 3);
    JsonNode outcome = tried("rare", List.of("0.8"));
    assertTrue(outcome.path("problem").isMissingNode(), outcome.toString());
    assertEquals("0.8", outcome.path("inputs").get(0).path("exact").asText());
    assertEquals("0.8", outcome.path("outputs").get(0).path("exact").asText());
    assertEquals("0.8", outcome.path("outputs").get(0).path("float32").asText());
    assertEquals("rare's event happens: c > 3/4", outcome.path("event").asText());
    assertTrue(tried("rare", List.of("x")).path("problem").asText().contains("no value for a"));
    assertTrue(tried("rare", null).path("event").asText().contains("happens"));
    assertTrue(tried("gone", null).path("message").asText().contains("'gone'"));
    leave();
  }

  private JsonNode tried(String name, List<String> input) throws IOException {
    Map<String, Object> params = new java.util.HashMap<>(Map.of("uri", uri, "name", name));
    params.put("input", input);
    return editor.request("surety/run", params);
  }

  @Test
  void aDocumentIsVerifiedWhenItIsSaved() throws Exception {
    editor.notify(
        "workspace/didChangeConfiguration",
        Map.of("settings", Map.of("surety", Map.of("verify", "onSave"))));
    editor.open(uri, SPECIFICATION);
    await(s -> s.path("properties").size() == 3);
    editor.notify("textDocument/didSave", Map.of("textDocument", Map.of("uri", uri)));
    await(s -> s.path("summary").asText().equals("1 proved, 1 violated, 1 answered"));
    leave();
  }

  /** No editor reports what happens outside of its folders. */
  @Test
  void aNetworkThatNobodyReportsIsNoticed() throws Exception {
    editor.open(uri, SPECIFICATION);
    command("verify", uri, "rare");
    await("rare", "proved");
    Thread.sleep(5000); // so that it was seen as it is, also by a busy machine
    Files.write(folder.resolve("net.onnx"), TinyNetwork.linear(new float[][] {{2}}));
    await("rare", "stale");
    command("verify", uri, "rare");
    assertBounds(0.625, await("rare", "violated").path("bounds").asText());
    leave();
  }

  @Test
  void aViolatedPropertyIsAMessageWithAWitness() throws Exception {
    editor.open(uri, SPECIFICATION);
    command("verifyAll", uri);
    JsonNode messages = editor.diagnostics(uri);
    while (messages.isEmpty()) {
      messages = editor.diagnostics(uri);
    }
    JsonNode message = messages.get(0);
    assertEquals("violated", message.path("code").asText());
    assertEquals(1, message.path("severity").asInt());
    String start = "'often' is violated: the probability is in ";
    assertTrue(message.path("message").asText().startsWith(start), message.toString());
    String required = ", required is < 0.5";
    String bounds = message.path("message").asText().substring(start.length());
    assertTrue(bounds.endsWith(required), bounds);
    assertBounds(0.75, bounds.substring(0, bounds.length() - required.length()));
    JsonNode related = message.path("relatedInformation");
    assertTrue(
        related.get(0).path("message").asText().startsWith("it happens, for instance: a = "),
        related.toString());
    assertEquals(
        "where it often happens: a in [0.25, 1] (estimated probability 0.75)",
        related.get(1).path("message").asText());
    JsonNode band = await("band", "answered");
    assertTrue(band.path("bounds").asText().startsWith("8 points, largest gap"));
    leave();
  }

  @Test
  void resultsAreFoundAgainAndReplayedBeforeTheyAreShown() throws Exception {
    editor.open(uri, SPECIFICATION);
    command("verifyAll", uri);
    await(s -> s.path("summary").asText().equals("1 proved, 1 violated, 1 answered"));
    leave();
    Path certificate = folder.resolve("certificates/s.often.cert");
    byte[] bytes = Files.readAllBytes(certificate);
    bytes[bytes.length - 3] ^= 1; // its statement stays as it is
    Files.write(certificate, bytes);

    start();
    editor.open(uri, SPECIFICATION);
    JsonNode proved = await("rare", "proved");
    assertBounds(0.25, proved.path("bounds").asText());
    JsonNode refused = await("often", "failed");
    assertTrue(refused.path("message").asText().contains("s.often.cert"), refused.toString());
    assertFalse(refused.has("bounds"));
    command("replay", uri, "rare");
    String before = proved.path("established").asText();
    await(s -> !find(s, "rare").path("established").asText(before).equals(before));
    command("verify", uri, "often");
    await("often", "violated");
    leave();
  }

  @Test
  void aNetworkThatIsReplacedMakesStaleWhatDependsOnIt() throws Exception {
    editor.open(uri, SPECIFICATION);
    command("verify", uri, "rare");
    await("rare", "proved");
    Path network = folder.resolve("net.onnx");
    Files.write(network, TinyNetwork.linear(new float[][] {{2}}));
    String address = network.toUri().toString();
    watched(address);
    JsonNode stale = await("rare", "stale");
    assertTrue(stale.path("message").asText().contains("changed"), stale.toString());
    command("verify", uri, "rare");
    assertBounds(0.625, await("rare", "violated").path("bounds").asText());
    Files.write(network, TinyNetwork.identity());
    watched(address);
    await("rare", "stale");
    Files.delete(network);
    watched(address);
    String errors = await(s -> s.has("errors")).path("errors").asText();
    assertTrue(errors.contains("net.onnx"), errors);
    leave();
  }

  private void watched(String address) throws IOException {
    editor.notify(
        "workspace/didChangeWatchedFiles",
        Map.of("changes", List.of(Map.of("uri", address, "type", 2))));
  }

  @Test
  void picturesShowBoundsAndLimits() throws Exception {
    editor.open(uri, SPECIFICATION);
    assertTrue(picture("band").isNull());
    command("verifyAll", uri);
    await(s -> s.path("summary").asText().equals("1 proved, 1 violated, 1 answered"));
    JsonNode band = picture("band");
    assertEquals("answered", band.path("state").asText());
    String svg = band.path("svg").asText();
    assertTrue(svg.contains("width=\"640.00\"") && svg.contains("<polygon"), svg);
    assertTrue(svg.contains(">rare</text>") && svg.contains(">often</text>"), svg);
    assertTrue(picture("often").path("svg").asText().contains("not allowed"));
    assertTrue(picture("gone").path("message").asText().contains("'gone'"));
    leave();
  }

  private JsonNode picture(String name) throws IOException {
    return editor.request(
        "surety/band", Map.of("uri", uri, "name", name, "width", 640, "height", 400));
  }

  /** A specification that nobody has opened, in a folder of the workspace. */
  @Test
  void theWorkspaceHasStatesToo() throws Exception {
    server.close();
    server = new ServerProcess();
    editor = server.editor();
    Map<String, Object> introduction = new java.util.HashMap<>(INTRODUCTION);
    introduction.put("rootUri", folder.toUri().toString());
    editor.introduce(introduction);
    await("rare", "unverified");
    assertTrue(command("verify", uri, "rare").isNull());
    await("rare", "proved");
    Files.writeString(file, SPECIFICATION.replace("3/4", "0.6"));
    watched(uri);
    await("rare", "stale");
    editor.open(uri, SPECIFICATION);
    await("rare", "proved");
    Files.delete(file);
    watched(uri);
    editor.notify("textDocument/didClose", Map.of("textDocument", Map.of("uri", uri)));
    await(s -> s.path("properties").isEmpty());
    leave();
  }

  /** Three random inputs and curves: more than a second for any search. */
  private void openLongWork() throws IOException {
    Files.write(
        folder.resolve("net.onnx"),
        TinyNetwork.activated(new float[][] {{1, 2}, {-3, 1}, {2, -1}}, "Tanh"));
    editor.open(uri, LONG_WORK);
  }

  @Test
  void aRunShowsItsProgressAndIsCancelled() throws Exception {
    openLongWork();
    command("verifyAll", uri);
    String token =
        editor.next("window/workDoneProgress/create").path("params").path("token").asText();
    JsonNode begin = editor.next("$/progress").path("params");
    assertEquals(token, begin.path("token").asText());
    assertEquals("Verifying slow", begin.path("value").path("title").asText());
    assertTrue(begin.path("value").path("cancellable").asBoolean());
    JsonNode report = editor.next("$/progress").path("params").path("value");
    assertTrue(report.path("message").asText().contains("cells"), report.toString());
    editor.notify("window/workDoneProgress/cancel", Map.of("token", token));
    JsonNode next =
        find(
            await(
                s ->
                    find(s, "slow").path("state").asText().equals("unverified")
                        && find(s, "next").path("state").asText().equals("running")),
            "next");
    assertEquals("cancel", next.path("actions").get(0).asText());
    command("cancel", uri);
    await("next", "unverified");
    leave();
  }

  @Test
  void aClientThatDiesInTheMiddleLeavesNothingHalfWritten() throws Exception {
    openLongWork();
    command("verify", uri, "slow");
    await("slow", "running");
    server.hangUp();
    assertEquals(1, server.status());
    try (var files = Files.list(folder.resolve("certificates"))) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void whatCannotBeDoneIsRefusedInWords() throws Exception {
    editor.open(uri, SPECIFICATION);
    String nobody = "there is no property or query '%s' in s.sure";
    assertEquals(nobody.formatted("gone"), refusal("verify", uri, "gone"));
    assertEquals(nobody.formatted(""), refusal("replay", uri, ""));
    assertEquals("there is no command surety.nonsense", refusal("nonsense", uri, "rare"));
    assertTrue(refusal("verify").contains("needs the address"));
    assertTrue(refusal("verify", uri).contains("needs the name"));
    assertTrue(refusal("verify", uri, 3).contains("strings"));
    assertTrue(refusal("verify", uri, "a", "b").contains("no more"));
    assertTrue(refusal("verify", "untitled:Untitled-1", "a").contains("save"));
    String other = folder.resolve("other.sure").toUri().toString();
    assertTrue(refusal("cancel", other).contains("not a specification"));
    leave();
  }

  private String refusal(String name, Object... arguments) throws IOException {
    return command(name, arguments).path("message").asText();
  }

  @Test
  void wrongSettingsGetOneMessage() throws Exception {
    Map<String, String> wrong =
        Map.of(
            "{\"surety\": {\"threads\": 0}}", "thread",
            "{\"surety\": {\"threads\": \"many\"}}", "whole number",
            "{\"surety\": {\"timeout\": \"soon\"}}", "60 s",
            "{\"surety\": {\"timeout\": []}}", "not a number or a text",
            "{\"surety\": {\"gap\": \"tiny\"}}", "1e-6",
            "{\"surety\": {\"gap\": \"-1\"}}", "between 0 and 1",
            "{\"surety\": 7}", "members");
    for (Map.Entry<String, String> setting : wrong.entrySet()) {
      editor.notify(
          "workspace/didChangeConfiguration", Map.of("settings", Editor.parsed(setting.getKey())));
      String words = editor.next("window/showMessage").path("params").path("message").asText();
      assertTrue(words.contains(setting.getValue()), words);
      assertTrue(words.endsWith("the settings stay as they were"), words);
    }
    leave();
  }

  @Test
  void settingsHold() throws Exception {
    editor.notify(
        "workspace/didChangeConfiguration",
        Map.of("settings", Map.of("surety", Map.of("threads", 1, "gap", "0.9"))));
    openLongWork();
    editor.change(uri, LONG_WORK.replace("within 1e-14", ""));
    command("verify", uri, "slow");
    JsonNode answered = await("slow", "answered");
    assertTrue(Double.parseDouble(answered.path("gap").asText()) <= 0.9, answered.toString());
    assertTrue(Double.parseDouble(answered.path("gap").asText()) > 1e-9, answered.toString());
    leave();
  }
}
