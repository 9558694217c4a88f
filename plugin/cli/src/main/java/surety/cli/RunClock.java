package surety.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time of day while a run lasts, in milliseconds. The computer's clock is asked once: it may be
 * set meanwhile, and a run does not end before it began.
 */
record RunClock(Instant started, long startedNanos) {
  static RunClock start() {
    return new RunClock(Instant.now().truncatedTo(ChronoUnit.MILLIS), System.nanoTime());
  }

  Instant now() {
    Duration passed = Duration.ofNanos(System.nanoTime() - startedNanos);
    return started.plus(passed.truncatedTo(ChronoUnit.MILLIS));
  }
}
