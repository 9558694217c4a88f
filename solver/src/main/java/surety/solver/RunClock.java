package surety.solver;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import surety.certificates.stop.Stop;

/**
 * The time of one run, which begins when this is made. Once the run is over, by a cancel or at its
 * limit, everything in it stops.
 */
final class RunClock {
  private static final double NANOSECONDS = 1e9;

  /** How much longer than the limit the first bounds may take. */
  private static final double GRACE = 0.1;

  /** What is going on, as far as time has to be kept for what comes next. */
  enum Phase {
    /**
     * Until there are bounds. The very first cost next to nothing and get a moment more than there
     * is, so that even a run without any time has some.
     */
    PREPARATION,
    /** Some time is set aside for what follows. */
    SEARCH,
    /** Nothing follows. */
    CONCLUSION
  }

  private final LongSupplier nanoseconds;
  private final long start;
  private final double timeout;
  private final BooleanSupplier cancelled;
  private volatile Phase phase = Phase.PREPARATION;
  private volatile double end;
  private volatile double reserve;
  private volatile Stop pass = Stop.NEVER;

  RunClock(Duration timeout, BooleanSupplier cancelled) {
    this(timeout, cancelled, System::nanoTime);
  }

  /** With another source of time. */
  RunClock(Duration timeout, BooleanSupplier cancelled, LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
    this.start = nanoseconds.getAsLong();
    this.timeout = timeout.toNanos() / NANOSECONDS;
    this.end = this.timeout;
    this.cancelled = cancelled;
  }

  double seconds() {
    return (nanoseconds.getAsLong() - start) / NANOSECONDS;
  }

  /** How many seconds the run may take. */
  double timeout() {
    return timeout;
  }

  /** How many seconds are left. */
  double left() {
    return Math.max(0, end - seconds());
  }

  /** The next phase begins. */
  void enter(Phase next) {
    phase = next;
  }

  /** Sets so many seconds aside for what follows the search. */
  void reserve(double seconds) {
    reserve = seconds;
  }

  /** Whether everything has to stop. */
  boolean isOver() {
    double now = seconds();
    if (now < end && cancelled.getAsBoolean()) {
      end = now;
    }
    return now >= end + (phase == Phase.PREPARATION ? GRACE : 0);
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
    return phase == Phase.SEARCH && seconds() + reserve >= end;
  }

  /** Why the search has to end, if it has to: only its reserve is left, or not even that. */
  Optional<StopReason> interruption() {
    if (cancelled.getAsBoolean()) {
      return Optional.of(StopReason.CANCELLED);
    }
    return isOver() || isReserveNeeded() ? Optional.of(StopReason.TIMEOUT) : Optional.empty();
  }
}
