package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunClockTest {
  private long now = 1_000_000_000_000L;
  private boolean isCancelled;
  private final RunClock clock = new RunClock(Duration.ofSeconds(10), () -> isCancelled, () -> now);

  private void pass(double seconds) {
    now += (long) (1e9 * seconds);
  }

  @Test
  void timeRunsFromTheBeginning() {
    assertEquals(10, clock.timeout());
    assertEquals(0, clock.seconds());
    pass(4);
    assertEquals(4, clock.seconds());
    assertEquals(6, clock.left());
    pass(8);
    assertEquals(0, clock.left());
  }

  @Test
  void theFirstBoundsGetAMomentMore() {
    pass(10.05);
    assertFalse(clock.isOver());
    clock.enter(RunClock.Phase.SEARCH);
    assertTrue(clock.isOver());
    assertEquals(Optional.of(StopReason.TIMEOUT), clock.interruption());
  }

  @Test
  void aMomentIsNoMoreThanThat() {
    pass(10.2);
    assertTrue(clock.stop().isWanted());
  }

  @Test
  void onlyTheSearchLeavesTimeForWhatFollows() {
    clock.reserve(3);
    pass(8);
    assertFalse(clock.stopOfSearch().isWanted());
    clock.enter(RunClock.Phase.SEARCH);
    assertTrue(clock.stopOfSearch().isWanted());
    assertEquals(Optional.of(StopReason.TIMEOUT), clock.interruption());
    assertFalse(clock.stop().isWanted());
    clock.enter(RunClock.Phase.CONCLUSION);
    assertFalse(clock.stopOfSearch().isWanted());
    assertEquals(Optional.empty(), clock.interruption());
  }

  @Test
  void aCancelEndsItAtOnce() {
    clock.enter(RunClock.Phase.SEARCH);
    pass(2);
    isCancelled = true;
    assertTrue(clock.isOver());
    assertEquals(0, clock.left());
    assertEquals(Optional.of(StopReason.CANCELLED), clock.interruption());
  }

  @Test
  void aPassIsGivenUpWithoutTheRun() {
    clock.enter(RunClock.Phase.SEARCH);
    clock.beginPass(() -> true);
    assertTrue(clock.stopOfKernel().isWanted());
    assertFalse(clock.stop().isWanted());
    assertFalse(clock.stopOfSearch().isWanted());
    clock.beginPass(() -> false);
    assertFalse(clock.stopOfKernel().isWanted());
    pass(10);
    assertTrue(clock.stopOfKernel().isWanted());
  }
}
