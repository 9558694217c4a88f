package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import surety.certificates.text.StatementException;
import surety.language.Obligation;

class ObligationStateTest {
  private static final String CLAIM = "P(1*y[0] > 1) < 1/2";
  private static final String OTHER = "P(1*y[0] > 2) < 1/2";

  private Obligation obligation;
  private ObligationState entry;

  @BeforeEach
  void read() throws StatementException {
    obligation = VerificationTest.obligation("p", CLAIM);
    entry = new ObligationState(obligation);
  }

  private VerificationState state() {
    return entry.show(Optional.empty()).state();
  }

  private String message() {
    return entry.show(Optional.empty()).message().orElse("");
  }

  private Job expect() throws StatementException {
    Job job = JobTest.search(Path.of("/s.sure"), "p");
    entry.expect(job);
    return job;
  }

  private static Evidence proved(String claim) throws StatementException {
    return EvidenceTest.evidence(claim, EvidenceTest.point(1, 0, 0.25));
  }

  @Test
  void waitsRunsAndEnds() throws StatementException {
    assertEquals(VerificationState.UNVERIFIED, state());
    Job job = expect();
    assertEquals(VerificationState.QUEUED, state());
    job.start();
    assertEquals(VerificationState.RUNNING, state());
    assertTrue(entry.end(job));
    assertFalse(entry.end(job));
    entry.establish(proved(CLAIM), Optional.of("by the way"));
    assertEquals(VerificationState.PROVED, state());
    assertEquals("by the way", message());
  }

  @Test
  void aNewerJobCancelsTheOlder() throws StatementException {
    Job older = expect();
    Job newer = expect();
    assertTrue(older.isCancelled());
    assertFalse(entry.end(older));
    entry.drop(older);
    assertFalse(newer.isCancelled());
    entry.drop(newer);
    assertTrue(newer.isCancelled());
    assertEquals(Optional.empty(), entry.job());
  }

  @Test
  void anotherStatementCancelsAndForgets() throws StatementException {
    Job job = expect();
    entry.read(VerificationTest.obligation("p", OTHER));
    assertTrue(job.isCancelled());
    entry.fail("no reason");
    assertEquals(VerificationState.FAILED, state());
    entry.read(VerificationTest.obligation("p", CLAIM));
    assertEquals(VerificationState.UNVERIFIED, state());
    assertEquals("", message());
  }

  @Test
  void theSameStatementStaysTheSameObject() throws StatementException {
    Job job = expect();
    Evidence evidence = proved(CLAIM);
    entry.read(VerificationTest.obligation("p", CLAIM));
    assertSame(obligation.statement(), entry.obligation().statement());
    assertFalse(job.isCancelled());
    entry.end(job);
    entry.establish(evidence, Optional.empty());
    entry.read(VerificationTest.obligation("p", OTHER));
    assertEquals(Optional.empty(), entry.holding());
    entry.read(VerificationTest.obligation("p", CLAIM));
    assertSame(evidence.statement(), entry.obligation().statement());
    assertEquals(VerificationState.PROVED, state());
  }

  @Test
  void doubtComesBeforeEverythingButARun() throws StatementException {
    entry.establish(proved(CLAIM), Optional.empty());
    Verification shown = entry.show(Optional.of("errors"));
    assertEquals(VerificationState.STALE, shown.state());
    assertEquals(Optional.of("errors"), shown.message());
    entry.fail("failed");
    assertEquals(VerificationState.STALE, entry.show(Optional.of("errors")).state());
    expect();
    assertEquals(VerificationState.QUEUED, entry.show(Optional.of("errors")).state());
  }

  @Test
  void aNewRunForgetsTheFailure() throws StatementException {
    entry.fail("failed");
    assertEquals("failed", message());
    expect();
    entry.cancel();
    assertEquals(VerificationState.UNVERIFIED, state());
    entry.outdated("an earlier version");
    assertEquals(VerificationState.STALE, state());
    assertEquals("an earlier version", message());
  }
}
