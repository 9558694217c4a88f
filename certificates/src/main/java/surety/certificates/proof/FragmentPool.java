package surety.certificates.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import surety.certificates.cell.Inquiry;
import surety.certificates.cell.LeafEvaluator;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

/**
 * Walks fragments of trees, in batches, on a number of threads. Because accounts are exact sums,
 * the result does not depend on which thread got which fragment. It is trusted, as a pool that lost
 * a fragment would make bounds false: so it is not the search's.
 */
final class FragmentPool implements AutoCloseable {
  /** So many rules, or a fragment more, make a batch. */
  private static final int BATCH = 256;

  private final Inquiry inquiry;
  private final int threads;
  private final Stop stop;
  private final ExecutorService executor;
  private final CompletionService<Void> completion;
  private final ConcurrentLinkedDeque<LeafEvaluator> idle = new ConcurrentLinkedDeque<>();
  private List<Fragment> batch = new ArrayList<>();
  private int batchRules;
  private int running;
  private final Failure failure = new Failure();
  private volatile boolean closed;

  /** The first one in the order of the tree of those that were found. */
  private static final class Failure {
    private long first = Long.MAX_VALUE;
    private RejectedException reason;

    synchronized void add(long at, RejectedException e) {
      if (at < first) {
        first = at;
        reason = e;
      }
    }

    synchronized boolean isThere() {
      return reason != null;
    }

    synchronized void check() throws RejectedException {
      if (reason != null) {
        throw reason;
      }
    }
  }

  FragmentPool(Inquiry inquiry, int threads, Stop stop) {
    this.inquiry = inquiry;
    this.threads = Math.max(1, threads);
    this.stop = () -> closed || stop.isWanted();
    this.executor =
        Executors.newFixedThreadPool(
            this.threads,
            task -> {
              Thread thread = new Thread(task, "surety-kernel");
              thread.setDaemon(true);
              return thread;
            });
    this.completion = new ExecutorCompletionService<>(executor);
  }

  /** Takes a fragment; waits when too many are under way, so that memory stays bounded. */
  void add(Fragment fragment) {
    batch.add(fragment);
    batchRules += fragment.rules().size();
    if (batchRules >= BATCH) {
      submit();
    }
  }

  private void submit() {
    List<Fragment> fragments = batch;
    batch = new ArrayList<>();
    batchRules = 0;
    if (running == 2 * threads) {
      await();
    }
    completion.submit(() -> evaluate(fragments), null);
    running++;
  }

  private void evaluate(List<Fragment> fragments) {
    LeafEvaluator taken = idle.pollFirst();
    LeafEvaluator evaluator = taken == null ? new LeafEvaluator(inquiry) : taken;
    for (Fragment fragment : fragments) {
      try {
        fragment.walk(evaluator, stop);
      } catch (RejectedException e) {
        failure.add(fragment.first(), e);
      }
    }
    idle.addFirst(evaluator);
  }

  private void await() {
    try {
      completion.take().get();
      running--;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while bounds were computed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoppedException stopped) {
        throw stopped;
      }
      throw new IllegalStateException("evaluating a leaf failed", e.getCause());
    }
  }

  /** Whether a fragment was rejected, so that there is no use in more of them. */
  boolean hasFailed() {
    return failure.isThere();
  }

  /**
   * Waits for all fragments.
   *
   * @throws RejectedException if one is no proof: for the first of them in the order of the tree
   */
  void join() throws RejectedException {
    submit();
    while (running > 0) {
      await();
    }
    failure.check();
  }

  /** What the threads have tallied; all fragments have been waited for. */
  LeafEvaluator sum() {
    LeafEvaluator sum = new LeafEvaluator(inquiry);
    idle.forEach(sum::add);
    return sum;
  }

  /** No thread begins another leaf. */
  @Override
  public void close() {
    closed = true;
    executor.shutdownNow();
  }
}
