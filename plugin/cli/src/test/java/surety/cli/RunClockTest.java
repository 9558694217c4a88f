package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class RunClockTest {
  @Test
  void itBeginsWithTheTimeOfDayInMilliseconds() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    RunClock clock = RunClock.start();
    assertFalse(clock.started().isBefore(before));
    assertFalse(clock.started().isAfter(Instant.now()));
    assertEquals(clock.now(), clock.now().truncatedTo(ChronoUnit.MILLIS));
  }

  /** What the computer's clock says meanwhile does not matter. */
  @Test
  void itCountsFromThereOn() {
    Instant longAgo = Instant.parse("1999-12-31T23:59:59.900Z");
    RunClock clock = new RunClock(longAgo, System.nanoTime() - Duration.ofMillis(300).toNanos());
    Duration passed = Duration.between(longAgo, clock.now());
    assertFalse(passed.compareTo(Duration.ofMillis(300)) < 0, passed.toString());
    assertFalse(passed.compareTo(Duration.ofHours(1)) > 0, passed.toString());
  }
}
