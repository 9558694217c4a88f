package surety.eclipse.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Stands in the Progress view for something that runs in the server. */
final class RunJob extends Job {
  private static final int LOOKS_PER_SECOND = 5;

  private final CountDownLatch end = new CountDownLatch(1);
  private final Runnable cancel;
  private final boolean isMeasured;
  private volatile String message = "";
  private volatile int percent;

  /**
   * @param isMeasured whether it will be known how far it has come
   * @param cancel asks the server to stop; it may go on for a moment
   */
  RunJob(String title, boolean isMeasured, Runnable cancel) {
    super(title);
    this.isMeasured = isMeasured;
    this.cancel = cancel;
  }

  /** How far it has come; either may be null if nothing is said of it. */
  void report(String words, Integer percentage) {
    if (words != null) {
      message = words;
    }
    if (percentage != null) {
      percent = percentage;
    }
  }

  void end() {
    end.countDown();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask("", isMeasured ? 100 : IProgressMonitor.UNKNOWN);
    int shown = 0;
    boolean isAsked = false;
    try {
      while (!end.await(1000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS)) {
        monitor.subTask(message);
        monitor.worked(Math.max(0, percent - shown));
        shown = Math.max(shown, percent);
        if (monitor.isCanceled() && !isAsked) {
          isAsked = true;
          cancel.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    monitor.done();
    return isAsked ? Status.CANCEL_STATUS : Status.OK_STATUS;
  }
}
