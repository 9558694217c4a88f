package surety.language.verification;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Runs one job after the other, in a thread of low priority, which the threads that a search starts
 * inherit. All methods but {@link #awaitEnd} are called under the model's lock, and so are both
 * ears.
 */
final class JobRunner {
  private static final String FAULT =
      "the run ended with a fault of Surety itself; what it was stands in the log";

  private final Object lock;
  private final Work work;
  private final Consumer<Job> started;
  private final BiConsumer<Job, Ending> ended;
  private final JobQueue queue = new JobQueue();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Workers.named("surety-verification", Thread.MIN_PRIORITY));
  private Optional<Job> running = Optional.empty();

  JobRunner(Object lock, Work work, Consumer<Job> started, BiConsumer<Job, Ending> ended) {
    this.lock = lock;
    this.work = work;
    this.started = started;
    this.ended = ended;
  }

  /** The user asks for it. */
  void ask(Job job) {
    queue.ask(job);
  }

  /** It can wait until there is nothing that the user asks for. */
  void find(Job job) {
    queue.find(job);
  }

  /** The searches for a specification that have not begun. */
  List<Job> waiting(Path file) {
    return queue.searches(file);
  }

  /** Gives the next job its turn, if none runs. */
  void turn() {
    if (running.isPresent() || worker.isShutdown()) {
      return;
    }
    running = queue.next();
    if (running.isPresent()) {
      Job job = running.get();
      job.start();
      started.accept(job);
      worker.execute(() -> run(job));
    }
  }

  /** Whatever happens to a job, it ends, and the next has its turn. */
  private void run(Job job) {
    Ending ending = new Ending.Failed(FAULT);
    try {
      ending = work.run(job);
    } finally {
      synchronized (lock) {
        running = Optional.empty();
        ended.accept(job, ending);
        turn();
      }
    }
  }

  /** No job has its turn any more. */
  void close() {
    worker.shutdown();
  }

  /** Waits for the job that still runs; whether it ended in time. */
  boolean awaitEnd(long seconds) throws InterruptedException {
    return worker.awaitTermination(seconds, TimeUnit.SECONDS);
  }
}
