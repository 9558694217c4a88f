package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import surety.solver.StartSchedule.Closeness;

class StartScheduleTest {
  private static final double GAP = 1e-6;

  private long now;
  private final RunClock clock = new RunClock(Duration.ofSeconds(100), () -> false, () -> now);

  private StartSchedule schedule(int thresholds, boolean isCostly) {
    return new StartSchedule(clock, GAP, thresholds, isCostly ? Closeness.LOOSE : Closeness.CLOSE);
  }

  @Test
  void manyThresholdsShareTheTime() {
    assertEquals(100, schedule(0, false).seconds());
    assertEquals(100, schedule(1, false).seconds());
    assertEquals(50, schedule(2, false).seconds());
    assertEquals(25, schedule(100, false).seconds());
  }

  @Test
  void whereCloseEnclosuresAreCostlyALooseOneComesFirst() {
    StartSchedule schedule = schedule(1, true);
    assertEquals(0.02, schedule.densityGap());
    assertTrue(schedule.tryCloser(1e-3, 1));
    assertTrue(schedule.densityGap() <= 0.2 * GAP, () -> "" + schedule.densityGap());
  }

  @Test
  void aVerdictIsLookedForStepByStep() {
    StartSchedule schedule = new StartSchedule(clock, GAP, 1, Closeness.FOR_VERDICT);
    assertEquals(0.02, schedule.densityGap());
    assertTrue(schedule.tryCloser(0.01, 1));
    assertEquals(2.5e-4, schedule.densityGap(), 1e-12);
    assertTrue(schedule.tryCloser(2e-4, 1));
    assertEquals(5e-6, schedule.densityGap(), 1e-12);
    assertTrue(schedule.tryCloser(5e-6, 1));
    assertEquals(0.2 * GAP, schedule.densityGap());
    assertTrue(schedule.tryCloser(1e-7, 1));
    assertTrue(schedule.densityGap() < 0.1 * GAP);
  }

  @Test
  void theNextStepIsNotInVainIfTheLastOneCameCloserThanItHadTo() {
    StartSchedule schedule = new StartSchedule(clock, GAP, 1, Closeness.FOR_VERDICT);
    assertTrue(schedule.tryCloser(1e-4, 1));
    assertFalse(schedule.isInVain(schedule.densityGap()));
  }

  @Test
  void aVerdictWithinALargeGapNeedsNoSteps() {
    StartSchedule schedule = new StartSchedule(clock, 0.01, 1, Closeness.FOR_VERDICT);
    assertTrue(schedule.tryCloser(0.01, 1));
    assertEquals(0.2 * 0.01, schedule.densityGap());
    StartSchedule larger = new StartSchedule(clock, 0.5, 1, Closeness.FOR_VERDICT);
    assertEquals(0.1, larger.densityGap());
  }

  @Test
  void aVerdictThatAnExactDensityLeavesOpenIsNotLookedForAnew() {
    assertFalse(new StartSchedule(clock, GAP, 1, Closeness.FOR_VERDICT).tryCloser(0, 1));
  }

  @Test
  void anEmptyGapAsksForNothingImpossible() {
    StartSchedule schedule = new StartSchedule(clock, 0, 1, Closeness.CLOSE);
    assertTrue(schedule.densityGap() > 0);
  }

  @Test
  void eachStartIsCloserUntilThereWereEnough() {
    StartSchedule schedule = schedule(1, false);
    double before = schedule.densityGap();
    for (int start = 1; start < 4; start++) {
      assertTrue(schedule.tryCloser(1e-3, 1));
      assertTrue(schedule.densityGap() < 0.1 * before);
      before = schedule.densityGap();
    }
    assertFalse(schedule.tryCloser(1e-3, 1));
    assertFalse(schedule.isShortOfTime());
  }

  @Test
  void anExactDensityIsNotEnclosedAnew() {
    assertFalse(schedule(1, false).tryCloser(0, 1));
  }

  @Test
  void aStartIsInVainThatIsHardlyCloser() {
    StartSchedule schedule = schedule(1, false);
    assertFalse(schedule.isInVain(1));
    assertTrue(schedule.tryCloser(1e-3, 1));
    assertTrue(schedule.isInVain(1e-3));
    assertTrue(schedule.isInVain(0.95e-3));
    assertFalse(schedule.isInVain(0.5e-3));
  }

  @Test
  void inVainForWantOfTimeItIsTriedWithMore() {
    StartSchedule schedule = schedule(1, false);
    assertFalse(schedule.tryLonger(false));
    assertEquals(100, schedule.seconds());
    int tries = 1;
    while (schedule.tryLonger(true)) {
      tries++;
    }
    assertEquals(8, tries);
    now = 60_000_000_000L;
    assertTrue(schedule(1, false).tryLonger(true), "a run uses more than half of its time");
    now = 91_000_000_000L;
    assertFalse(schedule(1, false).tryLonger(true));
  }

  @Test
  void cellsThatTakeTooLongAreMadeFewer() {
    StartSchedule schedule = schedule(1, false);
    assertTrue(schedule.tryFewer(300));
    assertTrue(schedule.isShortOfTime());
    assertEquals(5, schedule.seconds(), 1e-9);
    assertFalse(schedule.isInVain(1));
    assertTrue(schedule.tryFewer(1e-3));
    assertEquals(2.5, schedule.seconds(), 1e-9);
  }

  @Test
  void afterFewerMoreAreTriedOnlyWhereTheyAreManyMore() {
    StartSchedule schedule = schedule(1, false);
    assertTrue(schedule.tryFewer(300));
    assertTrue(schedule.tryCloser(1e-3, 1));
    assertEquals(75, schedule.seconds(), 1e-9);
    assertTrue(schedule.tryCloser(1e-3, 10), "once more, with most of the time");
    assertEquals(300, schedule.seconds(), 1e-9);
    assertFalse(schedule.tryCloser(1e-3, 30));
  }
}
