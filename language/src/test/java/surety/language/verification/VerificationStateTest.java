package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.statement.Verdict;

class VerificationStateTest {
  @Test
  void hasOneForEachVerdict() {
    for (Verdict verdict : Verdict.values()) {
      assertEquals(verdict.name(), VerificationState.of(verdict).name());
      assertTrue(VerificationState.of(verdict).isEstablished());
    }
  }

  @Test
  void onlyWhatIsEstablishedIsSettledAndNothingUnderWayIs() {
    for (VerificationState state : VerificationState.values()) {
      assertFalse(state.isSettled() && !state.isEstablished());
      assertFalse(state.isUnderWay() && state.isEstablished());
    }
    assertFalse(VerificationState.UNDECIDED.isSettled());
    assertFalse(VerificationState.FAILED.isEstablished());
  }
}
