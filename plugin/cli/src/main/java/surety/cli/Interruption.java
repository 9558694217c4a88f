package surety.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C, and a polite kill, as a request to stop instead of an end.
 *
 * <p>While a command runs that has something to bring home, the request lets it end with the bounds
 * that were certified last: the certificates are written, the report is printed, and the process
 * ends with the status it would have had. Before there are any, what is not begun is never begun.
 * Every other command ends at once, as any other process would.
 */
public final class Interruption implements BooleanSupplier {
  /** Everything stops at once; but reading or writing may hang on a disk that does. */
  private static final long SECONDS_OF_PATIENCE = 30;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;
  private volatile boolean reporting;
  private volatile int status = ExitStatus.INTERNAL_ERROR.code();

  /** Whether somebody has asked to stop. */
  @Override
  public boolean getAsBoolean() {
    return requested;
  }

  /** Asks the running search to stop. */
  public void request() {
    requested = true;
  }

  /** From now on there is a report to bring home, if only that nothing was begun. */
  void reporting() {
    reporting = true;
  }

  /** The work is done and everything is written; the process may end with this status. */
  void finished(int exitStatus) {
    status = exitStatus;
    finished.countDown();
  }

  /** Runs {@link #whenAskedToEnd} when the Java machine begins to shut down. */
  void watch() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::whenAskedToEnd, "surety-interruption"));
  }

  private void whenAskedToEnd() {
    if (!reporting || finished.getCount() == 0) {
      return;
    }
    request();
    try {
      if (finished.await(SECONDS_OF_PATIENCE, TimeUnit.SECONDS)) {
        // A signal would end the process with 128 + its number; the verdict is worth more.
        Runtime.getRuntime().halt(status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
