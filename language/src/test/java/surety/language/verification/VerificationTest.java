package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import surety.certificates.text.StatementException;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.Region;
import surety.solver.Progress;

class VerificationTest {
  private static final String CLAIM = "P(1*y[0] > 1) < 1/2";

  static Obligation obligation(String name, String claim) throws StatementException {
    return new Obligation(
        name,
        Optional.empty(),
        Kind.PROPERTY,
        List.of(Path.of("net.onnx")),
        EvidenceTest.statement(claim),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        claim,
        new Region(1, 1, 1),
        List.of("x"),
        List.of("y"));
  }

  private static Verification of(VerificationState state, Optional<Evidence> evidence)
      throws StatementException {
    return new Verification(
        obligation("p", CLAIM), state, evidence, Optional.empty(), Optional.of("why"));
  }

  private static Evidence proved(String claim) throws StatementException {
    return EvidenceTest.evidence(claim, EvidenceTest.point(1, 0, 0.25));
  }

  @Test
  void isWhatItsEvidenceSays() throws StatementException {
    Evidence evidence = proved(CLAIM);
    Verification verification = of(VerificationState.PROVED, Optional.of(evidence));
    assertEquals("p", verification.name());
    assertEquals(Optional.of(evidence), verification.established());
    assertEquals(
        Optional.empty(), of(VerificationState.STALE, Optional.of(evidence)).established());
  }

  @ParameterizedTest
  @EnumSource(names = {"PROVED", "VIOLATED", "UNDECIDED", "ANSWERED"})
  void isNothingWithoutEvidence(VerificationState state) {
    assertThrows(IllegalArgumentException.class, () -> of(state, Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(names = {"VIOLATED", "UNDECIDED", "ANSWERED"})
  void isNothingElseThanItsEvidenceSays(VerificationState state) throws StatementException {
    Optional<Evidence> evidence = Optional.of(proved(CLAIM));
    assertThrows(IllegalArgumentException.class, () -> of(state, evidence));
  }

  @Test
  void isNotWhatAnotherStatementIs() throws StatementException {
    Optional<Evidence> other = Optional.of(proved("P(1*y[0] > 1) <= 1/2"));
    assertThrows(IllegalArgumentException.class, () -> of(VerificationState.PROVED, other));
  }

  @Test
  void aFailureHasAReasonAndOnlyARunHasProgress() throws StatementException {
    Obligation p = obligation("p", CLAIM);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Verification(
                p, VerificationState.FAILED, Optional.empty(), Optional.empty(), Optional.empty()));
    Optional<Progress> progress = Optional.of(new Progress("searching", 1, 1, 1, 0, 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Verification(
                p, VerificationState.QUEUED, Optional.empty(), progress, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Verification(
                p,
                VerificationState.QUEUED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(1),
                Optional.empty(),
                Optional.empty()));
  }
}
