package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sessions begin and end. A server that hangs fails the test instead of the build. */
@Timeout(
    value = 120,
    unit = TimeUnit.SECONDS,
    threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read cannot be interrupted
class LanguageServerCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "hello",
        "Content-Length: 12\r\n\r\n{\"jsonrpc\": ",
        "Content-Length: 5\r\n\r\n[1,2]",
      })
  void garbageEndsItWithOneMessage(String wire) throws IOException, InterruptedException {
    try (ServerProcess server = new ServerProcess()) {
      server.editor().raw(wire);
      String complaint = server.complaint();
      assertTrue(
          complaint.contains("surety: what arrives is not the language server protocol: "),
          complaint);
      assertEquals(ExitStatus.USAGE.code(), server.status());
    }
  }

  @Test
  void aPoliteClientGetsStatusZeroAndSilence() throws IOException, InterruptedException {
    try (ServerProcess server = new ServerProcess()) {
      Editor editor = server.editor();
      editor.introduce(Map.of("capabilities", Map.of()));
      editor.leave();
      assertEquals("", server.complaint());
      assertEquals(0, server.status());
    }
  }

  @Test
  void aClientThatHangsUpEndsIt() throws IOException, InterruptedException {
    try (ServerProcess server = new ServerProcess()) {
      Editor editor = server.editor();
      editor.introduce(Map.of("capabilities", Map.of()));
      editor.notify(
          "textDocument/didOpen",
          Map.of(
              "textDocument",
              Map.of("uri", "file:///a.sure", "languageId", "sure", "version", 1, "text", "x")));
      server.hangUp();
      assertEquals(ExitStatus.INTERNAL_ERROR.code(), server.status());
    }
  }

  @Test
  void aClientThatDiesEndsItAlthoughThePipesStayOpen() throws IOException, InterruptedException {
    Process client = new ProcessBuilder("sleep", "600").start();
    try (ServerProcess server = new ServerProcess()) {
      server.editor().introduce(Map.of("processId", client.pid(), "capabilities", Map.of()));
      client.destroyForcibly();
      assertEquals(ExitStatus.INTERNAL_ERROR.code(), server.status());
    } finally {
      client.destroyForcibly();
    }
  }

  @Test
  void clientsOnAPortDoNotDisturbEachOther() throws IOException {
    new Project(folder);
    String uri = "file://" + folder.resolve("a.sure").toUri().getRawPath();
    try (ServerProcess server = new ServerProcess("--port", "0")) {
      String line = server.say();
      assertTrue(line.matches("surety: listening on 127\\.0\\.0\\.1:[0-9]+"), line);
      int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
      try (Socket one = new Socket(InetAddress.getLoopbackAddress(), port);
          Socket two = new Socket(InetAddress.getLoopbackAddress(), port);
          Socket garbage = new Socket(InetAddress.getLoopbackAddress(), port)) {
        Editor first = new Editor(one.getInputStream(), one.getOutputStream());
        Editor second = new Editor(two.getInputStream(), two.getOutputStream());
        first.introduce(Map.of("capabilities", Map.of()));
        second.introduce(Map.of("capabilities", Map.of()));
        garbage.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(server.say().contains("not the language server protocol"));
        assertEquals(-1, garbage.getInputStream().read());
        assertEquals(
            "semantics.missing",
            first.open(uri, "network N = \"net.onnx\";").path(0).path("code").asText());
        assertEquals(
            "unknown.network",
            second
                .open(uri, "semantics real;\ndistribution D for M { }")
                .path(0)
                .path("code")
                .asText());
        first.leave();
        assertFalse(second.change(uri, "semantics real").isEmpty());
      }
    }
  }

  @Test
  void aPortThatIsTakenIsWrongUsage() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerProcess server = new ServerProcess("--port", "" + taken.getLocalPort())) {
      String complaint = server.complaint();
      assertTrue(complaint.startsWith("surety: port " + taken.getLocalPort()), complaint);
      assertEquals(ExitStatus.USAGE.code(), server.status());
    }
  }
}
