package surety.language.verification;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import surety.language.Obligation;
import surety.language.storage.CertificateFolder;
import surety.language.storage.Memory;

/**
 * Runs one job after the other, in a thread of low priority, which the threads that a search starts
 * inherit. A job that has to give way begins again when it has its next turn. All methods but
 * {@link #awaitEnd} are called under the model's lock, and so are both callbacks: one is told of
 * jobs that begin or have to wait again, the other of those that end.
 */
final class JobRunner {
  /** Of a job that threw what nobody expects. */
  private static final Ending UNKNOWN = new Ending.Fault(new IllegalStateException("no ending"));

  private final Object lock;
  private final Verifier verifier;
  private final Consumer<Job> moved;
  private final BiConsumer<Job, Ending> ended;
  private final JobQueue queue = new JobQueue();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Workers.named("surety-verification", Thread.MIN_PRIORITY));
  private Optional<Job> running = Optional.empty();

  JobRunner(Object lock, Verifier verifier, Consumer<Job> moved, BiConsumer<Job, Ending> ended) {
    this.lock = lock;
    this.verifier = verifier;
    this.moved = moved;
    this.ended = ended;
  }

  /** It waits for its turn. */
  void add(Job job) {
    queue.add(job);
  }

  /** What is to be found again of a file that is looked at comes first. */
  void see(Path file) {
    queue.see(file);
  }

  /** A file is looked at no more. */
  void leave(Path file) {
    queue.leave(file);
  }

  /** The one that has its turn. */
  Optional<Job> running() {
    return running;
  }

  /** The searches for a specification that have not begun. */
  List<Job> waiting(Path file) {
    return queue.searches(file);
  }

  /** Gives the next job its turn, if none runs; one that is less urgent has to give way. */
  void turn() {
    if (worker.isShutdown()) {
      return;
    }
    if (running.isPresent()) {
      running.filter(queue::isBehind).ifPresent(Job::giveWay);
      return;
    }
    running = queue.next();
    if (running.isPresent()) {
      Job job = running.get();
      job.start();
      moved.accept(job);
      worker.execute(() -> run(job));
    }
  }

  /** Whatever happens to a job, it ends, and the next has its turn. */
  private void run(Job job) {
    Optional<Ending> ending = Optional.empty();
    try {
      ending = Optional.of(verify(job));
    } finally {
      synchronized (lock) {
        running = Optional.empty();
        settle(job, ending.orElse(UNKNOWN));
        turn();
      }
    }
  }

  private Ending verify(Job job) {
    Networks networks = new Networks(job::isCancelled);
    Obligation obligation = job.obligation();
    VerificationSettings settings = job.settings();
    Ending ending =
        job.certificate().isPresent()
            ? verifier.replay(
                obligation, job.certificate().get(), settings.threads(), networks, job)
            : verifier.search(
                obligation,
                settings.budget(obligation),
                networks,
                CertificateFolder.beside(job.file()),
                job);
    if (ending instanceof Ending.Fault fault) {
      // Memory may run out too quickly to be noticed in time; what the job held is free again.
      if (fault.isOfMemory()) {
        job.outgrows();
      } else {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, fault.cause());
      }
    }
    return ending;
  }

  private void settle(Job job, Ending ending) {
    if (job.isTooLarge() && !(ending instanceof Ending.Established)) {
      ended.accept(job, new Ending.Failed(tooLarge(job)));
    } else if (ending instanceof Ending.Stopped && !job.isDropped() && !worker.isShutdown()) {
      job.waitAgain();
      queue.putBack(job);
      moved.accept(job);
    } else {
      ended.accept(job, ending);
    }
  }

  private static String tooLarge(Job job) {
    String cells =
        job.progress().map(p -> String.format(Locale.ROOT, " at %,d cells", p.cells())).orElse("");
    return "the memory was full"
        + cells
        + "; ask for a larger gap ('within') or a shorter 'timeout', or: "
        + Memory.wayOut();
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
