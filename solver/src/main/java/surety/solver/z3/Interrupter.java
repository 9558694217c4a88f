package surety.solver.z3;

import com.microsoft.z3.Context;
import com.microsoft.z3.Z3Exception;
import surety.certificates.stop.Stop;

/**
 * Interrupts Z3 when somebody wants it to stop, for as long as this is open: by itself Z3 only
 * knows limits of time and of steps. Whatever it is doing then ends with "unknown" or an exception.
 */
public final class Interrupter implements AutoCloseable {
  private static final long MILLISECONDS_BETWEEN = 20;

  private final Context context;
  private final Stop stop;
  private boolean closed;

  /** Of a context, which must stay open at least as long as this. */
  public Interrupter(Context context, Stop stop) {
    this.context = context;
    this.stop = stop;
    Thread thread = new Thread(this::watch, "surety-z3-interrupter");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized void watch() {
    try {
      while (!closed) {
        if (stop.isWanted()) {
          interrupt();
        }
        wait(MILLISECONDS_BETWEEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does that; if so, this ends
    }
  }

  private void interrupt() {
    try {
      context.interrupt();
    } catch (Z3Exception e) {
      // it was in the midst of failing by itself; if it was not, there is another time soon
    }
  }

  /** From now on the context is left alone. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
