package surety.examples;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageServer;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;
import surety.language.ide.protocol.SuretyClient;

/** An editor with one document open, and the server that it has started. It notes when it hears. */
final class EditorSession implements SuretyClient, AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  /** When the messages on a version of the document came. */
  private final ConcurrentSkipListMap<Integer, Long> diagnostics = new ConcurrentSkipListMap<>();

  /** What became known of the states, and when. */
  record States(SpecificationStatus status, long nanoseconds) {
    String of(String name) {
      return status.properties().stream()
          .filter(p -> p.name().equals(name))
          .findFirst()
          .map(PropertyStatus::state)
          .orElse("");
    }
  }

  private final BlockingQueue<States> states = new LinkedBlockingQueue<>();
  private final Object published = new Object();
  private final long started = System.nanoTime();
  private final Process process;
  private final CountingStream received;
  private final LanguageServer server;
  private final String uri;
  private int version;

  /** Starts a server; the document is a file with that text. */
  EditorSession(List<String> command, Path document, String text) throws IOException {
    Files.writeString(document, text);
    uri = document.toUri().toString();
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    received = new CountingStream(process.getInputStream());
    Launcher<LanguageServer> launcher =
        new Launcher.Builder<LanguageServer>()
            .setLocalService(this)
            .setRemoteInterface(LanguageServer.class)
            .setInput(received)
            .setOutput(process.getOutputStream())
            .create();
    server = launcher.getRemoteProxy();
    var unused = launcher.startListening();
    InitializeParams parameters = new InitializeParams();
    parameters.setCapabilities(new ClientCapabilities());
    parameters.setInitializationOptions(new Gson().toJsonTree(Map.of("verification", true)));
    await(server.initialize(parameters));
    server.initialized(new InitializedParams());
    version = 1;
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "sure", version, text)));
  }

  LanguageServer server() {
    return server;
  }

  TextDocumentIdentifier document() {
    return new TextDocumentIdentifier(uri);
  }

  /** Seconds from the start of the process to the first messages. */
  double secondsToFirstMessages() {
    return (whenPublished(1) - started) * 1e-9;
  }

  /** Changes the document; which version it is then. */
  int edit(TextDocumentContentChangeEvent change) {
    version++;
    states.clear();
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version), List.of(change)));
    return version;
  }

  /** When the messages on a version came, or on a later one. */
  long whenPublished(int wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (published) {
      while (diagnostics.ceilingEntry(wanted) == null) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("no messages on version " + wanted);
        }
        try {
          published.wait(1000);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return diagnostics.tailMap(wanted).values().stream().mapToLong(t -> t).min().orElseThrow();
  }

  /** When a property had one of these states; only what came since the last edit counts. */
  long whenState(String name, List<String> wanted) {
    try {
      while (true) {
        States next = states.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
          throw new IllegalStateException(name + " never became one of " + wanted);
        }
        if (wanted.contains(next.of(name))) {
          return next.nanoseconds();
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has a command executed. */
  void execute(String command, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(uri));
    all.addAll(List.of(arguments));
    await(server.getWorkspaceService().executeCommand(new ExecuteCommandParams(command, all)));
  }

  /** The answer to a request. */
  static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("a request was not answered", e);
    }
  }

  /** How many bytes the server has sent. */
  long receivedBytes() {
    return received.count();
  }

  /** The resident memory of the server in MB, as Linux tells it; elsewhere -1. */
  long residentMegabytes() throws IOException {
    return megabytes("VmRSS:");
  }

  /** The most that it has been. */
  long mostResidentMegabytes() throws IOException {
    return megabytes("VmHWM:");
  }

  private long megabytes(String name) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.isReadable(status)) {
      return -1;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return -1;
  }

  /** The processor time that the server has used; 0 where that is not known. */
  double processorSeconds() {
    return process.info().totalCpuDuration().map(time -> time.toMillis() * 1e-3).orElse(0.0);
  }

  @Override
  public void verification(SpecificationStatus status) {
    states.add(new States(status, System.nanoTime()));
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams messages) {
    synchronized (published) {
      if (messages.getVersion() != null) {
        diagnostics.putIfAbsent(messages.getVersion(), System.nanoTime());
      }
      published.notifyAll();
    }
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void showMessage(MessageParams message) {
    System.err.println(message.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {}

  /** Says goodbye. */
  @Override
  public void close() {
    await(server.shutdown());
    server.exit();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
