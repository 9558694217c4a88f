package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.text.StatementException;

class VerificationSnapshotTest {
  private static Verification of(String name, VerificationState state) throws StatementException {
    return new Verification(
        VerificationTest.obligation(name, "P(1*y[0] > 1) < 1/2"),
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.of("why"));
  }

  private static VerificationSnapshot snapshot(List<Verification> all) {
    return new VerificationSnapshot(Path.of("/s.sure"), 1, all);
  }

  @Test
  void findsAndCounts() throws StatementException {
    Verification a = of("a", VerificationState.STALE);
    Verification b = of("b", VerificationState.FAILED);
    VerificationSnapshot snapshot = snapshot(List.of(a, b, of("c", VerificationState.STALE)));
    assertEquals(Optional.of(b), snapshot.find("b"));
    assertEquals(Optional.empty(), snapshot.find("d"));
    assertEquals(
        Map.of(VerificationState.STALE, 2, VerificationState.FAILED, 1), snapshot.counts());
    assertFalse(snapshot.isUnderWay());
    assertTrue(snapshot(List.of(a, of("b", VerificationState.QUEUED))).isUnderWay());
    assertTrue(snapshot(List.of(of("b", VerificationState.RUNNING))).isUnderWay());
  }

  @Test
  void keepsItsOwnList() throws StatementException {
    List<Verification> mine = new ArrayList<>(List.of(of("a", VerificationState.STALE)));
    VerificationSnapshot snapshot = snapshot(mine);
    mine.clear();
    assertEquals(1, snapshot.verifications().size());
    assertThrows(UnsupportedOperationException.class, () -> snapshot.verifications().clear());
  }
}
