package surety.solver.witness;

import java.time.Duration;
import surety.certificates.stop.Stop;

/**
 * A moment by which something must have ended, on the clock of {@link System#nanoTime}, and what
 * may stop it before.
 */
record Deadline(long nanos, Stop stop) implements Stop {
  /** So far from now. */
  static Deadline in(Duration time, Stop stop) {
    return new Deadline(System.nanoTime() + toNanos(time), stop);
  }

  /** So far from now, but not after this one. */
  Deadline within(Duration time) {
    Deadline other = in(time, stop);
    return other.nanos - nanos < 0 ? other : this;
  }

  private static long toNanos(Duration time) {
    Duration longest = Duration.ofDays(365);
    return (time.compareTo(longest) < 0 ? time : longest).toNanos();
  }

  /** The time left, not negative. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  @Override
  public boolean isWanted() {
    return remaining().isZero() || stop.isWanted();
  }
}
