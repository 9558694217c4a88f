package surety.language.ide.verification;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does something later, in a thread of its own. */
interface Alarm extends AutoCloseable {
  /** After so many milliseconds, unless it is closed before. */
  void after(int milliseconds, Runnable task);

  /** Does nothing more. */
  @Override
  void close();

  /** By the clock of the system; the thread does not keep the process alive. */
  static Alarm system() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "surety-edits");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    return new Alarm() {
      @Override
      public void after(int milliseconds, Runnable task) {
        var unused = timer.schedule(task, milliseconds, TimeUnit.MILLISECONDS);
      }

      @Override
      public void close() {
        timer.shutdownNow();
      }
    };
  }
}
