package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.language.verification.VerificationState;

class RunTest {
  @Test
  void theWorstOfAllIsTold() {
    assertEquals(VerificationState.FAILED, Runs.mixed().overall());
    assertEquals(VerificationState.ANSWERED, Runs.of().overall());
    assertEquals(
        VerificationState.VIOLATED,
        Runs.of(Outcomes.withBoxes("a"), Outcomes.notBegun("b")).overall());
  }

  @Test
  void timeGoesForward() {
    Instant start = Instant.EPOCH.plusSeconds(1);
    Machine machine = Machine.current();
    assertThrows(
        IllegalArgumentException.class,
        () -> new Run("1", machine, List.of(), start, Instant.EPOCH, List.of(), Optional.empty()));
  }

  @Test
  void theMachineIsKnown() {
    assertTrue(Machine.current().processors() > 0);
    assertThrows(IllegalArgumentException.class, () -> new Machine("17", "v", "s", 0));
  }
}
