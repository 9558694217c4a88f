package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import surety.certificates.arithmetic.Bound;
import surety.certificates.network.Network;
import surety.certificates.statement.Statement;
import surety.solver.BandPoint;
import surety.solver.Progress;
import surety.solver.ProgressListener;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.StopReason;

/** A search that waits for the test to say how it ends; it hears of a cancellation, no more. */
public final class GatedSearch implements Search {
  static final byte[] CERTIFICATE = {42};

  /** One search that has begun. */
  public record Begun(
      Statement statement,
      SearchOptions options,
      ProgressListener listener,
      BooleanSupplier cancelled,
      int priority,
      CompletableFuture<Result> end) {

    /** Ends it with these bounds. */
    public void finds(double lower, double upper) {
      end.complete(result(statement, lower, upper));
    }

    /** Tells how far it has come. */
    public void progresses(double seconds, double lower, double upper) {
      listener.progressed(new Progress("searching", upper - lower, 7, seconds, lower, upper));
    }
  }

  private final BlockingQueue<Begun> begun = new LinkedBlockingQueue<>();

  @Override
  public Result run(
      Statement statement,
      List<Network> networks,
      SearchOptions options,
      ProgressListener listener,
      BooleanSupplier cancelled) {
    // A search that fails on purpose does not fill the log.
    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {});
    int priority = Thread.currentThread().getPriority();
    CompletableFuture<Result> end = new CompletableFuture<>();
    begun.add(new Begun(statement, options, listener, cancelled, priority, end));
    return end.join();
  }

  /** The next search, once it has begun. */
  public Begun next() throws InterruptedException {
    Begun next = begun.poll(1, TimeUnit.MINUTES);
    assertNotNull(next, "no search has begun");
    return next;
  }

  /** Whether no other has begun. */
  public boolean isIdle() {
    return begun.isEmpty();
  }

  static Result result(Statement statement, double lower, double upper) {
    Bound low = Bound.of(lower);
    Bound high = Bound.of(upper);
    return new Result(
        statement,
        Optional.empty(),
        List.of(new BandPoint(0, low, high)),
        0.5,
        3,
        StopReason.SETTLED,
        CERTIFICATE,
        Optional.empty(),
        false,
        List.of());
  }
}
