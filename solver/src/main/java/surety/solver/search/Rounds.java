package surety.solver.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

/**
 * Runs the independent tasks of one round on a number of threads, the caller's among them, until
 * somebody stops it.
 */
public final class Rounds implements AutoCloseable {
  /** Rounds shorter than that are not worth waking another thread. */
  private static final int LEAST_PARALLEL = 24;

  private static final int CHUNK = 4;

  private final int threads;
  private final Stop stop;
  private final ExecutorService executor;

  /** A task; {@code worker} numbers the thread, for its scratch memory. */
  @FunctionalInterface
  interface Task {
    void run(int index, int worker);
  }

  /**
   * With this many threads, at least one.
   *
   * @param stop asked before each task
   */
  public Rounds(int threads, Stop stop) {
    this.threads = threads;
    this.stop = stop;
    this.executor =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            work -> {
              Thread thread = new Thread(work, "surety-search");
              thread.setDaemon(true);
              return thread;
            });
  }

  int threads() {
    return threads;
  }

  Stop stop() {
    return stop;
  }

  /**
   * Runs the task for each index below {@code count} and returns when all are done.
   *
   * @throws StoppedException if it is stopped; some tasks have been run then, and no other one is
   */
  void run(int count, Task task) {
    run(count, task, stop);
  }

  /** The same, with something else that stops it. */
  void run(int count, Task task, Stop asked) {
    if (threads == 1 || count < LEAST_PARALLEL) {
      for (int index = 0; index < count; index++) {
        asked.check();
        task.run(index, 0);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    List<Future<Void>> others = new ArrayList<>();
    for (int worker = 1; worker < threads; worker++) {
      int number = worker;
      Callable<Void> work =
          () -> {
            takeChunks(next, count, task, number, asked);
            return null;
          };
      others.add(executor.submit(work));
    }
    takeChunks(next, count, task, 0, asked);
    others.forEach(Rounds::await);
  }

  private static void takeChunks(AtomicInteger next, int count, Task task, int worker, Stop asked) {
    for (int start = next.getAndAdd(CHUNK); start < count; start = next.getAndAdd(CHUNK)) {
      for (int index = start; index < Math.min(count, start + CHUNK); index++) {
        asked.check();
        task.run(index, worker);
      }
    }
  }

  private static void await(Future<Void> other) {
    try {
      other.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in the middle of a round", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoppedException stopped) {
        throw stopped;
      }
      throw new IllegalStateException("a task of the search failed", e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
