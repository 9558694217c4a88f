package surety.eclipse.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import surety.eclipse.base.Notices;
import surety.eclipse.base.SuretyPlugin;

/**
 * The language server of this workbench: started when it is first needed, started again when it
 * dies, ended with the workbench.
 *
 * <p>Whatever is said to it goes through one thread, in order; nobody else ever waits for its
 * process. What it says is told to the listeners in the same thread.
 */
public final class Server {
  private static final Server INSTANCE = new Server();
  private static final int SECONDS_TO_END = 8;

  private final ExecutorService worker = Executors.newSingleThreadExecutor(Server::thread);
  private final List<ServerListener> listeners = new CopyOnWriteArrayList<>();
  private final RestartLimit limit = new RestartLimit();
  private final Runs runs = new Runs(this::send);
  private final Answers answers = new Answers();
  private volatile DocumentAccess documents;
  private volatile boolean isEnding;

  /** Why none is started any more; only the worker changes it. */
  private volatile ServerUnavailable fault;

  /** Only the worker touches these two. */
  private Connection connection;

  private Client client;

  private Server() {}

  /** The one of this workbench. */
  public static Server get() {
    return INSTANCE;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "Surety: to the language server");
    thread.setDaemon(true);
    return thread;
  }

  /** Before anything else: who changes and shows documents. */
  public void use(DocumentAccess used) {
    documents = used;
  }

  /** Who wants to hear from the server, from now on. */
  public void addListener(ServerListener listener) {
    listeners.add(listener);
  }

  /** Nobody hears any more. */
  public void removeListener(ServerListener listener) {
    listeners.remove(listener);
  }

  /** Starts the server if it does not run. */
  public void wake() {
    send(server -> {});
  }

  /** Says something to the server, soon; nothing happens if there is none. */
  public void send(Consumer<SuretyServer> message) {
    work(
        () -> {
          try {
            message.accept(running());
          } catch (ServerUnavailable e) {
            // It was said when it became unavailable.
          }
        });
  }

  /** Does something in the thread that talks to the server, in the order of what is said. */
  public void work(Runnable task) {
    try {
      worker.execute(task);
    } catch (RejectedExecutionException e) {
      // The workbench is ending.
    }
  }

  /** Says something if the server runs already; it is not started for that. */
  public void mention(Consumer<SuretyServer> message) {
    work(
        () -> {
          if (connection != null) {
            message.accept(connection.server());
          }
        });
  }

  /**
   * Asks the server. The answer is exceptional if there is none, with a {@link ServerUnavailable},
   * or if it does not come in time.
   */
  public <T> CompletableFuture<T> ask(
      int seconds, Function<SuretyServer, CompletableFuture<T>> question) {
    CompletableFuture<T> answer = new CompletableFuture<T>().orTimeout(seconds, TimeUnit.SECONDS);
    work(
        () -> {
          try {
            CompletableFuture<T> asked = question.apply(running());
            answers.pass(asked, answer, connection::isAlive);
          } catch (ServerUnavailable e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /** Why there is no server and none is started; empty while there is one, or may be. */
  public Optional<ServerUnavailable> fault() {
    return Optional.ofNullable(fault);
  }

  /** What the server that runs, or ran last, wrote to its error output. */
  public Path log() {
    return SuretyPlugin.folder().resolve("server.log");
  }

  /** Ends the server and starts it anew, even if it was given up before. */
  public void restart() {
    Notices.tell("Starting Surety's language server");
    work(
        () -> {
          limit.reset();
          fault = null;
          Connection old = connection;
          if (old != null) {
            lose(old);
            old.close();
          }
        });
    wake();
  }

  /** Ends the server, with the workbench; returns when it has ended, soon in any case. */
  public void stop() {
    isEnding = true;
    worker.execute(
        () -> {
          if (connection != null) {
            connection.close();
          }
        });
    worker.shutdown();
    try {
      if (!worker.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SuretyServer running() throws ServerUnavailable {
    if (connection != null) {
      return connection.server();
    }
    if (fault != null) {
      throw fault;
    }
    if (isEnding) {
      throw ServerUnavailable.ending();
    }
    return start();
  }

  private SuretyServer start() throws ServerUnavailable {
    if (!limit.allows(Instant.now())) {
      throw giveUp(ServerUnavailable.dying());
    }
    Client listening = new Client(this::work, this::tell, documents, runs);
    Connection started;
    try {
      ServerCommand command = ServerCommand.of(Settings.java(), ServerFiles.jar());
      started = Connection.start(command, log(), listening, Folders.ofWorkspace());
    } catch (ServerUnavailable e) {
      throw giveUp(e);
    } catch (IOException e) {
      throw giveUp(ServerUnavailable.notStarted(e));
    }
    connection = started;
    client = listening;
    started.whenEnded(() -> work(() -> died(started)));
    started.server().getWorkspaceService().didChangeConfiguration(Settings.message());
    tell(listener -> listener.started(started.server()));
    return started.server();
  }

  private ServerUnavailable giveUp(ServerUnavailable why) {
    fault = why;
    Notices.error(why.getMessage());
    tell(listener -> listener.failed(why));
    return why;
  }

  private void died(Connection dead) {
    if (dead == connection && !isEnding) {
      SuretyPlugin.warn("Surety's language server ended unexpectedly");
      lose(dead);
      wake();
    }
  }

  private void lose(Connection lost) {
    if (lost == connection) {
      connection = null;
      client.end();
      runs.endAll();
      answers.endAll();
      tell(ServerListener::ended);
    }
  }

  private void tell(Consumer<ServerListener> message) {
    listeners.forEach(message);
  }
}
