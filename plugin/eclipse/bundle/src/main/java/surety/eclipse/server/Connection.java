package surety.eclipse.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.ClientInfo;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.launch.LSPLauncher;
import surety.language.ide.protocol.SuretyClient;

/** One process of the server, from its start to its end. */
final class Connection {
  private static final int SECONDS_TO_START = 60;
  private static final int SECONDS_TO_END = 3;

  /** It would write a page for each word to a process that has just ended; that is told once. */
  private static final Logger CHATTER = Logger.getLogger(RemoteEndpoint.class.getName());

  static {
    CHATTER.setLevel(Level.SEVERE);
  }

  private final Process process;
  private final SuretyServer server;
  private final ExecutorService threads;

  private Connection(Process process, SuretyServer server, ExecutorService threads) {
    this.process = process;
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts a process and introduces this client.
   *
   * @param log what the process writes to its error output goes here
   * @throws IOException if there is no server afterwards; no process is left then
   */
  static Connection start(
      ServerCommand command, Path log, SuretyClient client, List<WorkspaceFolder> folders)
      throws IOException {
    Process process =
        new ProcessBuilder(command.words())
            .directory(log.getParent().toFile())
            .redirectError(log.toFile())
            .start();
    ExecutorService threads = Executors.newCachedThreadPool(Connection::thread);
    Launcher<SuretyServer> launcher =
        new LSPLauncher.Builder<SuretyServer>()
            .setLocalService(client)
            .setRemoteInterface(SuretyServer.class)
            .setInput(process.getInputStream())
            .setOutput(process.getOutputStream())
            .setExecutorService(threads)
            .create();
    var unused = launcher.startListening();
    Connection connection = new Connection(process, launcher.getRemoteProxy(), threads);
    connection.introduce(folders);
    return connection;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "Surety: language server");
    thread.setDaemon(true);
    return thread;
  }

  private void introduce(List<WorkspaceFolder> folders) throws IOException {
    InitializeParams params = new InitializeParams();
    params.setProcessId((int) ProcessHandle.current().pid());
    params.setClientInfo(new ClientInfo("Eclipse"));
    params.setCapabilities(Capabilities.all());
    params.setWorkspaceFolders(folders);
    params.setInitializationOptions(
        Map.of("verification", true, "showBand", true, "tryInput", true));
    // A process that dies at once must not be waited for.
    CompletableFuture<?> answer = server.initialize(params);
    CompletableFuture<?> first = CompletableFuture.anyOf(answer, process.onExit());
    try {
      first.get(SECONDS_TO_START, TimeUnit.SECONDS);
      if (!answer.isDone()) {
        throw new IOException("its process ended at once, with status " + process.exitValue());
      }
      server.initialized(new InitializedParams());
    } catch (ExecutionException e) {
      kill();
      throw new IOException("it did not answer: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      kill();
      throw new IOException("it did not answer within " + SECONDS_TO_START + " seconds", e);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new IOException("the workbench is ending", e);
    }
  }

  SuretyServer server() {
    return server;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Runs it when the process has ended, for whatever reason. */
  void whenEnded(Runnable work) {
    var unused = process.onExit().thenRun(work);
  }

  /** Ends the process politely, and if it does not listen, otherwise. */
  void close() {
    try {
      server.shutdown().get(SECONDS_TO_END, TimeUnit.SECONDS);
      server.exit();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (ExecutionException | TimeoutException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdown();
    }
  }

  private void kill() {
    process.destroyForcibly();
    threads.shutdownNow();
  }
}
