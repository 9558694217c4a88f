package surety.solver;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Time, patience and progress of one run, which begins when this is made. */
final class Watch {
  private static final double SECONDS_BETWEEN = 0.1;

  private final long start = System.nanoTime();
  private final double timeout;
  private final ProgressListener listener;
  private final BooleanSupplier cancelled;
  private double last;

  Watch(SearchOptions options, ProgressListener listener, BooleanSupplier cancelled) {
    this.timeout = options.timeout().toNanos() / 1e9;
    this.listener = listener;
    this.cancelled = cancelled;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  /** Why the search has to end at once, if it has to. */
  Optional<StopReason> interruption() {
    return interruption(0);
  }

  /** The same if that many more seconds are needed after the end. */
  Optional<StopReason> interruption(double reserve) {
    if (isCancelled()) {
      return Optional.of(StopReason.CANCELLED);
    }
    return seconds() + reserve >= timeout ? Optional.of(StopReason.TIMEOUT) : Optional.empty();
  }

  /** Whether the listener has waited long enough. */
  boolean isReportDue() {
    return seconds() >= last + SECONDS_BETWEEN;
  }

  void report(
      String task, double gap, long cells, double lower, double upper, List<BandPoint> band) {
    last = seconds();
    listener.progressed(new Progress(task, gap, cells, last, lower, upper, band));
  }
}
