package surety.solver.witness;

import java.time.Duration;

/** A moment by which something must have ended, on the clock of {@link System#nanoTime}. */
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + toNanos(time));
  }

  private static long toNanos(Duration time) {
    Duration longest = Duration.ofDays(365);
    return (time.compareTo(longest) < 0 ? time : longest).toNanos();
  }

  /** The time left, not negative. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  boolean isOver() {
    return remaining().isZero();
  }
}
