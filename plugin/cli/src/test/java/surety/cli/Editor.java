package surety.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the language server that says what a test tells it to say. */
final class Editor {
  static final Map<String, Object> ABLE =
      Map.of(
          "textDocument",
          Map.of(
              "completion", Map.of("completionItem", Map.of("snippetSupport", true)),
              "documentSymbol", Map.of("hierarchicalDocumentSymbolSupport", true),
              "foldingRange", Map.of()));

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A server that owes an answer this long has none; its tests fail instead of waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InputStream in;
  private final OutputStream out;
  private final BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
  private final Deque<JsonNode> notes = new ArrayDeque<>();
  private final ToldStates states = new ToldStates();
  private int requests;

  Editor(InputStream in, OutputStream out) {
    this.in = new BufferedInputStream(in);
    this.out = out;
    Thread reader = new Thread(this::receive, "editor");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Until there is nothing more; then comes a message that is no object. Requests of the server are
   * agreed to at once.
   */
  private void receive() {
    try {
      while (true) {
        JsonNode message = states.complete(parse());
        arrived.add(message);
        if (message.has("method") && message.has("id")) {
          Map<String, Object> answer = new HashMap<>();
          answer.put("jsonrpc", "2.0");
          answer.put("id", message.get("id"));
          answer.put("result", null);
          send(answer);
        }
      }
    } catch (IOException e) {
      arrived.add(NullNode.getInstance());
    }
  }

  /** JSON as a test writes it. */
  static JsonNode parsed(String json) throws IOException {
    return JSON.readTree(json);
  }

  /** The handshake. */
  JsonNode introduce(Map<String, ?> parameters) throws IOException {
    JsonNode result = request("initialize", parameters);
    notify("initialized", Map.of());
    return result;
  }

  void raw(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  void notify(String method, Object parameters) throws IOException {
    send(Map.of("jsonrpc", "2.0", "method", method, "params", parameters));
  }

  /** The result, or the error, of a request. */
  JsonNode request(String method, Object parameters) throws IOException {
    int id = ++requests;
    Map<String, Object> message = new HashMap<>();
    message.put("jsonrpc", "2.0");
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    send(message);
    while (true) {
      JsonNode answer = read();
      if (answer.path("id").asInt(-1) == id && !answer.has("method")) {
        return answer.has("error") ? answer.get("error") : answer.path("result");
      }
      notes.add(answer);
    }
  }

  /** A request about a place in a document. */
  JsonNode at(String method, String uri, int line, int character) throws IOException {
    return request(
        "textDocument/" + method,
        Map.of(
            "textDocument", Map.of("uri", uri),
            "position", Map.of("line", line, "character", character),
            "context", Map.of("includeDeclaration", true)));
  }

  /** A request about a whole document. */
  JsonNode about(String method, String uri) throws IOException {
    return request(
        "textDocument/" + method,
        Map.of(
            "textDocument", Map.of("uri", uri),
            "options", Map.of("tabSize", 4, "insertSpaces", false)));
  }

  /** Opens a document; the messages on it. */
  JsonNode open(String uri, String text) throws IOException {
    notify(
        "textDocument/didOpen",
        Map.of(
            "textDocument", Map.of("uri", uri, "languageId", "sure", "version", 1, "text", text)));
    return diagnostics(uri);
  }

  /** Replaces the text of a document; the messages on it. */
  JsonNode change(String uri, String text) throws IOException {
    return change(uri, Map.of("text", text));
  }

  JsonNode change(String uri, Map<String, ?> change) throws IOException {
    notify(
        "textDocument/didChange",
        Map.of(
            "textDocument",
            Map.of("uri", uri, "version", ++requests),
            "contentChanges",
            List.of(change)));
    return diagnostics(uri);
  }

  JsonNode close(String uri) throws IOException {
    notify("textDocument/didClose", Map.of("textDocument", Map.of("uri", uri)));
    return diagnostics(uri);
  }

  /**
   * The next messages on a document. What comes before is kept for those who wait for it: a server
   * may tell of a change's verdicts before it tells of its messages.
   */
  JsonNode diagnostics(String uri) throws IOException {
    List<JsonNode> before = new ArrayList<>();
    while (true) {
      JsonNode note = notes.isEmpty() ? read() : notes.remove();
      boolean messages = note.path("method").asText().equals("textDocument/publishDiagnostics");
      if (messages && note.path("params").path("uri").asText().equals(uri)) {
        before.addAll(notes);
        notes.clear();
        notes.addAll(before);
        return note.path("params").path("diagnostics");
      }
      if (!messages) {
        before.add(note);
      }
    }
  }

  /**
   * The next notification or request of the server of this kind; what comes before is passed over.
   */
  JsonNode next(String method) throws IOException {
    while (true) {
      JsonNode note = notes.isEmpty() ? read() : notes.remove();
      if (note.path("method").asText().equals(method)) {
        return note;
      }
    }
  }

  void leave() throws IOException {
    request("shutdown", null);
    send(Map.of("jsonrpc", "2.0", "method", "exit"));
  }

  private synchronized void send(Map<String, ?> message) throws IOException {
    byte[] body = JSON.writeValueAsBytes(message);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  private JsonNode read() throws IOException {
    try {
      JsonNode message = arrived.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (message == null || message.isNull()) {
        throw new IOException(message == null ? "no answer" : "the server has gone");
      }
      return message;
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }

  private JsonNode parse() throws IOException {
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    return JSON.readTree(in.readNBytes(length));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server has gone");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
