package surety.language.ide.server;

import com.google.gson.JsonParseException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import surety.language.ide.creation.CreationService;
import surety.language.ide.protocol.SuretyClient;
import surety.language.ide.verification.VerificationRequests;
import surety.language.ide.verification.VerificationService;
import surety.language.ide.workspace.Workspace;

/** One client, from its first message to its last. */
public final class Session implements ILanguageServerShutdownAndExitHandler {
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean shutDown;

  private Session() {}

  /**
   * Serves a client until it says goodbye, goes away, or sends what is no message. The streams are
   * left open.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static Ending serve(InputStream in, OutputStream out) throws InterruptedException {
    return new Session().run(in, out);
  }

  private Ending run(InputStream in, OutputStream out) throws InterruptedException {
    Faults.logOnce();
    Injector injector =
        Guice.createInjector(Modules.override(new ServerModule()).with(new SessionModule(this)));
    SureLanguageServer server = injector.getInstance(SureLanguageServer.class);
    CreationService creation = new CreationService();
    VerificationRequests verification = injector.getInstance(VerificationRequests.class);
    WireGuard guard = new WireGuard(in);
    ExecutorService reader = Executors.newSingleThreadExecutor(Session::daemon);
    try {
      Launcher<SuretyClient> launcher =
          new GuardedBuilder(guard)
              .setLocalServices(List.of(server, creation, verification))
              .setRemoteInterface(SuretyClient.class)
              .setClassLoader(SuretyClient.class.getClassLoader())
              .setInput(guard)
              .setOutput(out)
              .setExecutorService(reader)
              .setExceptionHandler(Faults::answer)
              .create();
      server.connect(launcher.getRemoteProxy());
      server.whenInitialized(this::endWith);
      Future<Void> listening = launcher.startListening();
      daemon(() -> await(listening)).start();
      ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the session ends by itself", e);
    } finally {
      reader.shutdownNow();
      creation.close();
      verification.close();
      injector.getInstance(IRequestManager.class).shutdown();
      injector.getInstance(VerificationService.class).close();
      injector.getInstance(Workspace.class).close();
    }
    return new Ending(shutDown && guard.fault().isEmpty(), guard.fault());
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "surety-session");
    thread.setDaemon(true);
    return thread;
  }

  /** Until nothing more can come. */
  private void await(Future<Void> listening) {
    try {
      listening.get();
    } catch (ExecutionException e) {
      // The connection broke; that is an end like any other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.complete(null);
    }
  }

  /** A client may die and leave the pipes open, for instance to a child of its own. */
  private void endWith(InitializeParams params) {
    if (params.getProcessId() != null) {
      ProcessHandle.of(params.getProcessId()).ifPresent(this::endWith);
    }
  }

  private void endWith(ProcessHandle client) {
    var unused = client.onExit().thenRun(() -> ended.complete(null));
  }

  @Override
  public void shutdown() {
    shutDown = true;
  }

  @Override
  public void exit() {
    ended.complete(null);
  }

  /** Ends the session where something is framed as a message, but is no JSON. */
  private static final class GuardedBuilder extends Launcher.Builder<SuretyClient> {
    private final WireGuard guard;

    GuardedBuilder(WireGuard guard) {
      this.guard = guard;
    }

    @Override
    protected MessageJsonHandler createJsonHandler() {
      return new MessageJsonHandler(getSupportedMethods()) {
        @Override
        public Message parseMessage(Reader input) {
          try {
            return super.parseMessage(input);
          } catch (JsonParseException e) {
            guard.refuse("a message is not JSON-RPC: " + e.getMessage());
            throw e;
          } catch (MessageIssueException e) {
            if (e.getIssues().stream()
                .anyMatch(i -> i.getIssueCode() == ResponseErrorCode.ParseError.getValue())) {
              guard.refuse("a message is not JSON");
            }
            throw e;
          }
        }
      };
    }
  }
}
