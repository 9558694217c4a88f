package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A session in which specifications are made from network files, as a wizard does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(
    value = 120,
    unit = TimeUnit.SECONDS,
    threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read cannot be interrupted
class LanguageServerCreationTest {
  @TempDir private static Path folder;

  private ServerProcess server;
  private Editor editor;

  @BeforeAll
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void begin() throws IOException {
    Files.write(folder.resolve("my net.onnx"), TinyNetwork.linear(new float[][] {{1, 0}, {0, 1}}));
    Files.write(folder.resolve("wide.onnx"), TinyNetwork.linear(new float[400][1]));
    Files.write(folder.resolve("wider.onnx"), TinyNetwork.linear(new float[10_001][1]));
    Files.writeString(folder.resolve("text.onnx"), "no network");
    server = new ServerProcess();
    editor = server.editor();
    editor.introduce(Map.of("capabilities", Map.of()));
  }

  @AfterAll
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void end() throws IOException, InterruptedException {
    editor.leave();
    assertEquals("", server.complaint());
    assertEquals(0, server.status());
    server.close();
  }

  private static String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  private JsonNode network(String uri) throws IOException {
    return editor.request("surety/network", Map.of("uri", uri));
  }

  @Test
  void aNetworkIsLookedAt() throws IOException {
    JsonNode summary = network(uri("my net.onnx"));
    assertEquals("MyNet", summary.path("name").asText());
    assertEquals("[\"x0\",\"x1\"]", summary.path("inputs").toString());
    assertEquals("[\"y0\",\"y1\"]", summary.path("outputs").toString());
    assertTrue(summary.path("description").asText().contains("SHA-256"), summary.toString());
    assertEquals("x[399]", network(uri("wide.onnx")).path("inputs").path(399).asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text.onnx",
        "gone.onnx",
        "wider.onnx",
        ".",
        "http://example.org/net.onnx",
        "untitled:Untitled-1",
        "my net.onnx",
        "",
      })
  void whatCannotBeLookedAtGetsOneMessage(String file) throws IOException {
    boolean isFile = List.of("text.onnx", "gone.onnx", "wider.onnx", ".").contains(file);
    JsonNode refusal = network(isFile ? uri(file) : file);
    assertEquals(-32602, refusal.path("code").asInt(), refusal.toString());
    assertFalse(refusal.has("data"));
    String message = refusal.path("message").asText();
    assertEquals(1, message.lines().count());
    assertFalse(message.contains("Exception"), message);
    assertTrue(message.contains(file), message);
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    assertEquals(
        "no network file was chosen",
        editor.request("surety/network", Map.of()).path("message").asText());
    assertEquals(
        "nothing was chosen for the new specification",
        editor.request("surety/newSpecification", null).path("message").asText());
    assertEquals(
        "no specification was chosen",
        editor.request("surety/newSpecification", Map.of()).path("message").asText());
  }

  private JsonNode created(Map<String, ?> changes) throws IOException {
    Map<String, Object> choices = new HashMap<>();
    choices.put("uri", uri("new.sure"));
    choices.put("networkUri", uri("my net.onnx"));
    choices.put("networkName", "MyNet");
    choices.put(
        "inputs",
        List.of(
            Map.of("name", "x0", "distribution", "Uniform(0, 1)"),
            Map.of("name", "x1", "distribution", "= 1.5")));
    choices.put("outputs", List.of("y0", "y1"));
    choices.put("propertyName", "first");
    choices.put("propertyTitle", "R1: it is");
    choices.put("property", "P(y0 > 0.5) < 0.6");
    choices.putAll(changes);
    return editor.request("surety/newSpecification", choices);
  }

  /** The text has no messages when it is opened. */
  @Test
  void theSpecificationIsSound() throws IOException {
    JsonNode made = created(Map.of());
    assertEquals(0, made.path("problems").size(), made.toString());
    String text = made.path("text").asText();
    assertTrue(text.contains("network MyNet = \"my net.onnx\" {\n  input  x0, x1;\n"), text);
    String uri = uri("new.sure");
    editor.notify(
        "textDocument/didOpen",
        Map.of(
            "textDocument", Map.of("uri", uri, "languageId", "sure", "version", 1, "text", text)));
    JsonNode shown = editor.next("textDocument/publishDiagnostics").path("params");
    assertEquals(0, shown.path("diagnostics").size(), shown.toString());
    assertFalse(Files.exists(folder.resolve("new.sure")));
  }

  @Test
  void problemsNameTheirFields() throws IOException {
    JsonNode made =
        created(
            Map.of(
                "networkName", "my net",
                "inputs",
                    List.of(
                        Map.of("name", "x0", "distribution", "Uniform(1, 0)"),
                        Map.of("name", "x1")),
                "property", "P(y2 > 0.5) < 0.6"));
    StringBuilder fields = new StringBuilder();
    made.path("problems").forEach(p -> fields.append(p.asText().split(":", 2)[0]).append("; "));
    assertEquals("network; input x1; input x0; property; ", fields.toString());
    assertTrue(made.path("text").asText().contains("P(y2 > 0.5)"), made.toString());
  }

  @Test
  void withoutAPropertyItIsAStart() throws IOException {
    Map<String, Object> none = new HashMap<>();
    none.put("property", null);
    none.put("propertyName", null);
    none.put("propertyTitle", null);
    JsonNode made = created(none);
    assertEquals(0, made.path("problems").size(), made.toString());
    assertFalse(made.path("text").asText().contains("property"));
  }

  @Test
  void aNetworkThatIsGoneIsAProblemOfItsField() throws IOException {
    JsonNode made = created(Map.of("networkUri", uri("gone.onnx")));
    assertEquals(1, made.path("problems").size(), made.toString());
    assertTrue(made.path("problems").path(0).asText().startsWith("network file: "));
    assertEquals(-32602, created(Map.of("networkUri", "net.onnx")).path("code").asInt());
  }
}
