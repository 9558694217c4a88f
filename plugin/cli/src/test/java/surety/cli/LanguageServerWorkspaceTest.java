package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in workspaces, whose specifications are known without being open. */
@Timeout(
    value = 120,
    unit = TimeUnit.SECONDS,
    threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read cannot be interrupted
class LanguageServerWorkspaceTest {
  private static final String TEXT =
      """
      semantics real;
      network Net = "net.onnx";
      distribution Even for Net { x[0] ~ Uniform(0, 1); }
      property low: P(y[0] > 1/2) < 0.6 under Even;
      query all: cdf(y[0]) under Even;
      """;

  @TempDir private Path folder;
  private ServerProcess server;
  private Editor editor;

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(folder.resolve("a/.hidden"));
    Files.createDirectories(folder.resolve("b"));
    Files.write(folder.resolve("a/net.onnx"), TinyNetwork.identity());
    Files.writeString(folder.resolve("a/one.sure"), TEXT);
    Files.writeString(folder.resolve("a/.hidden/two.sure"), TEXT);
    Files.writeString(folder.resolve("b/three.sure"), "query other: P(");
    server = new ServerProcess();
    editor = server.editor();
  }

  @AfterEach
  void end() throws IOException, InterruptedException {
    editor.leave();
    assertEquals("", server.complaint());
    assertEquals(0, server.status());
    server.close();
  }

  private static String uri(Path file) {
    return file.toUri().toString();
  }

  private void introduce(String... folders) throws IOException {
    List<Map<String, String>> all = new ArrayList<>();
    for (String name : folders) {
      all.add(Map.of("uri", uri(folder.resolve(name)), "name", name));
    }
    editor.introduce(Map.of("capabilities", Editor.ABLE, "workspaceFolders", all));
  }

  private List<String> symbols(String query) throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode symbol : editor.request("workspace/symbol", Map.of("query", query))) {
      names.add(symbol.path("name").asText() + " " + symbol.path("containerName").asText());
    }
    return names;
  }

  /** Folders are read in the background. */
  private void awaitSymbols(String query, List<String> wanted) throws Exception {
    List<String> found = symbols(query);
    while (!found.equals(wanted)) {
      TimeUnit.MILLISECONDS.sleep(50);
      found = symbols(query);
    }
  }

  @Test
  void symbolsOfFilesThatAreNotOpen() throws Exception {
    introduce("a", "b");
    awaitSymbols(
        "",
        List.of(
            "Even Net in one.sure",
            "Net one.sure",
            "all Even in one.sure",
            "low Even in one.sure",
            "other three.sure"));
    assertEquals(List.of("Net one.sure"), symbols("nt"));
    assertEquals(List.of(), symbols("nothing"));
    JsonNode low = editor.request("workspace/symbol", Map.of("query", "LOW")).path(0);
    assertEquals(7, low.path("kind").asInt());
    JsonNode location = low.path("location");
    assertTrue(location.path("uri").asText().endsWith("/a/one.sure"), low.toString());
    assertEquals(3, location.path("range").path("start").path("line").asInt());
    assertEquals(9, location.path("range").path("start").path("character").asInt());
  }

  @Test
  void whatIsOpenIsAsItIsInTheEditor() throws Exception {
    introduce("a");
    awaitSymbols("low", List.of("low Even in one.sure"));
    String uri = uri(folder.resolve("a/one.sure"));
    editor.open(uri, TEXT.replace("low", "high"));
    assertEquals(List.of(), symbols("low"));
    assertEquals(List.of("high Even in one.sure"), symbols("high"));
    editor.close(uri);
    awaitSymbols("low", List.of("low Even in one.sure"));
    assertEquals(List.of(), symbols("high"));
    editor.open("untitled:Untitled-1", TEXT);
    assertEquals(
        List.of("low Even in Untitled-1", "low Even in one.sure").stream().sorted().toList(),
        symbols("low").stream().sorted().toList());
  }

  @Test
  void changesOfFilesAndFoldersAreFollowed() throws Exception {
    introduce("a");
    awaitSymbols("low", List.of("low Even in one.sure"));
    Path file = Files.writeString(folder.resolve("a/one.sure"), TEXT.replace("low", "much"));
    watched(file, 2);
    awaitSymbols("much", List.of("much Even in one.sure"));
    Files.delete(file);
    watched(file, 3);
    awaitSymbols("", List.of());
    editor.notify(
        "workspace/didChangeWorkspaceFolders",
        Map.of(
            "event",
            Map.of(
                "added", List.of(Map.of("uri", uri(folder.resolve("b")), "name", "b")),
                "removed", List.of(Map.of("uri", uri(folder.resolve("a")), "name", "a")))));
    awaitSymbols("", List.of("other three.sure"));
    watched(Path.of("/no/such/file.sure"), 1);
    assertEquals(List.of("other three.sure"), symbols(""));
  }

  private void watched(Path file, int type) throws IOException {
    editor.notify(
        "workspace/didChangeWatchedFiles",
        Map.of("changes", List.of(Map.of("uri", uri(file), "type", type))));
  }

  @Test
  void aRootIsAFolderToo() throws Exception {
    editor.introduce(Map.of("capabilities", Map.of(), "rootUri", uri(folder.resolve("a"))));
    awaitSymbols("low", List.of("low Even in one.sure"));
  }

  @Test
  void aFolderThatIsNotThereHasNone() throws Exception {
    introduce("gone");
    assertEquals(List.of(), symbols(""));
  }

  @Test
  void withoutAFolderThereAreOnlyOpenDocuments() throws Exception {
    editor.introduce(Map.of("capabilities", Editor.ABLE));
    assertEquals(List.of(), symbols(""));
    editor.open(uri(folder.resolve("a/one.sure")), TEXT);
    assertEquals(4, symbols("").size());
  }
}
