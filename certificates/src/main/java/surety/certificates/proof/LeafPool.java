package surety.certificates.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import surety.certificates.cell.Inquiry;
import surety.certificates.cell.LeafEvaluator;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

/**
 * Evaluates leaves, in batches, on a number of threads. Because accounts are exact sums, the result
 * does not depend on which thread got which leaf. It is trusted, as a pool that lost a leaf would
 * make bounds false: so it is not the search's.
 */
final class LeafPool implements AutoCloseable {
  private static final int BATCH = 256;

  private final Inquiry inquiry;
  private final int threads;
  private final Stop stop;
  private final ExecutorService executor;
  private final CompletionService<Void> completion;
  private final ConcurrentLinkedDeque<LeafEvaluator> idle = new ConcurrentLinkedDeque<>();
  private List<Consumer<LeafEvaluator>> batch = new ArrayList<>();
  private int running;
  private volatile boolean closed;

  LeafPool(Inquiry inquiry, int threads, Stop stop) {
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

  /** Takes a leaf; waits when too many are under way, so that memory stays bounded. */
  void add(Consumer<LeafEvaluator> leaf) {
    batch.add(leaf);
    if (batch.size() == BATCH) {
      submit();
    }
  }

  private void submit() {
    List<Consumer<LeafEvaluator>> leaves = batch;
    batch = new ArrayList<>();
    if (running == 2 * threads) {
      await();
    }
    completion.submit(() -> evaluate(leaves), null);
    running++;
  }

  private void evaluate(List<Consumer<LeafEvaluator>> leaves) {
    LeafEvaluator taken = idle.pollFirst();
    LeafEvaluator evaluator = taken == null ? new LeafEvaluator(inquiry) : taken;
    for (Consumer<LeafEvaluator> leaf : leaves) {
      stop.check();
      leaf.accept(evaluator);
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

  /** Waits for all leaves and adds up what the threads have tallied. */
  LeafEvaluator finish() {
    submit();
    while (running > 0) {
      await();
    }
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
