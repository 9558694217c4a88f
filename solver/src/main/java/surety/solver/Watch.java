package surety.solver;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import surety.certificates.stop.Stop;

/**
 * Time, patience and progress of one run, which begins when this is made. Once the run is over, by
 * a cancel or at its limit, everything in it stops; only the very first bounds, which cost next to
 * nothing, get a moment more, so that even a run without any time has some.
 */
final class Watch {
  private static final double SECONDS_BETWEEN = 0.1;

  /** How much longer than the limit the first bounds may take. */
  private static final double GRACE = 0.1;

  private final long start = System.nanoTime();
  private final double timeout;
  private final ProgressListener listener;
  private final BooleanSupplier cancelled;
  private double last;
  private Progress told = new Progress("preparing", Double.POSITIVE_INFINITY, 0, 0, 0, 1);
  private volatile double end;
  private volatile boolean certified;
  private volatile double reserve;
  private volatile Stop pass = Stop.NEVER;

  Watch(SearchOptions options, ProgressListener listener, BooleanSupplier cancelled) {
    this.timeout = options.timeout().toNanos() / 1e9;
    this.end = timeout;
    this.listener = listener;
    this.cancelled = cancelled;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** How many seconds the run may take. */
  double timeout() {
    return timeout;
  }

  /** How many seconds are left. */
  double left() {
    return Math.max(0, end - seconds());
  }

  /** From now on there is something to show at the end, and no grace any more. */
  void certified() {
    certified = true;
  }

  /** Sets time aside for what follows the search. */
  void reserve(double seconds) {
    reserve = seconds;
  }

  /** Whether everything has to stop. */
  boolean isOver() {
    double now = seconds();
    if (now < end && cancelled.getAsBoolean()) {
      end = now;
    }
    return now >= end + (certified ? 0 : GRACE);
  }

  /** Lets the kernel's pass that begins now, and only that, be stopped by something else. */
  void beginPass(Stop hopeless) {
    pass = hopeless;
  }

  /** Stops everything when the run is over. */
  Stop stop() {
    return this::isOver;
  }

  /** Stops the kernel, also when its pass is given up. */
  Stop stopOfKernel() {
    return () -> isOver() || pass.isWanted();
  }

  /** Stops the search, when there is just as much time left as was set aside. */
  Stop stopOfSearch() {
    return () -> isOver() || isReserveNeeded();
  }

  private boolean isReserveNeeded() {
    return certified && seconds() + reserve >= end;
  }

  /** Why the search has to end, if it has to: only its reserve is left, or not even that. */
  Optional<StopReason> interruption() {
    if (cancelled.getAsBoolean()) {
      return Optional.of(StopReason.CANCELLED);
    }
    return isOver() || isReserveNeeded() ? Optional.of(StopReason.TIMEOUT) : Optional.empty();
  }

  /** Whether the listener has waited long enough. */
  boolean isReportDue() {
    return seconds() >= last + SECONDS_BETWEEN;
  }

  void report(
      String task, double gap, long cells, double lower, double upper, List<BandPoint> band) {
    last = seconds();
    told = new Progress(task, gap, cells, last, lower, upper, band);
    listener.progressed(told);
  }

  /** Something else begins, which may take long; nothing more is known than what was told last. */
  void enters(String task) {
    report(task, told.gap(), told.cells(), told.lower(), told.upper(), told.band());
  }
}
