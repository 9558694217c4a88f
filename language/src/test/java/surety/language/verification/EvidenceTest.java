package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;
import surety.language.WantedGap;
import surety.language.display.SearchEnd;
import surety.solver.BandPoint;
import surety.solver.StopReason;

class EvidenceTest {
  private static final Instant THEN = Instant.parse("2026-11-22T12:00:00Z");

  /** Evidence of a claim about one output, over one uniform input. */
  static Evidence evidence(String claim, BandPoint... points) throws StatementException {
    return new Evidence(
        statement(claim),
        List.of(points),
        0.5,
        3,
        THEN,
        Optional.of(new SearchEnd(StopReason.SETTLED, WantedGap.parse("1e-9"))),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  static Statement statement(String claim) throws StatementException {
    return Statement.parse(
        "surety statement 2\nsemantics real\nnetworks 1\nnetwork sha256 "
            + "0".repeat(64)
            + " outputs 1\ninputs 1\nx[0] ~ uniform(0, 1)\n"
            + claim
            + "\n");
  }

  static BandPoint point(double t, double lower, double upper) {
    return new BandPoint(t, Bound.of(lower), Bound.of(upper));
  }

  @ParameterizedTest
  @CsvSource({
    "<, 0, 0.25, PROVED, 1/4",
    "<, 0.75, 1, VIOLATED, 1/4",
    "<, 0.25, 0.75, UNDECIDED, 0",
    "<, 0.5, 0.5, VIOLATED, 0",
    "<=, 0.5, 0.5, PROVED, 0",
    "<, 0.25, 0.5, UNDECIDED, 0",
    ">=, 0.625, 1, PROVED, 1/8",
    ">=, 0, 0.375, VIOLATED, 1/8",
  })
  void theVerdictFollowsFromTheBounds(
      String comparison, double lower, double upper, VerificationState state, String gap)
      throws StatementException {
    Evidence evidence = evidence("P(1*y[0] > 1) " + comparison + " 1/2", point(1, lower, upper));
    assertEquals(state, evidence.state());
    assertEquals(Optional.of(Rational.parse(gap)), evidence.gapToLimit());
  }

  @Test
  void aQueryIsAnswered() throws StatementException {
    Evidence evidence = evidence("P(1*y[0] > 1) = ?", point(1, 0.25, 0.5));
    assertEquals(VerificationState.ANSWERED, evidence.state());
    assertEquals(Optional.empty(), evidence.gapToLimit());
    assertEquals(Bound.of(0.25), evidence.gap());
  }

  /** What is true of every probability is no answer. */
  @Test
  void aQueryOfWhichNothingIsKnownIsUndecided() throws StatementException {
    assertEquals(
        VerificationState.UNDECIDED, evidence("P(1*y[0] > 1) = ?", point(1, 0, 1)).state());
    assertEquals(
        VerificationState.UNDECIDED,
        evidence("cdf(1*y[0]) at 2 points", point(0, 0, 1), point(1, 0, 1)).state());
    assertEquals(
        VerificationState.ANSWERED,
        evidence("cdf(1*y[0]) at 2 points", point(0, 0, 1), point(1, 0.5, 1)).state());
    assertEquals(
        VerificationState.ANSWERED,
        evidence("P(1*y[0] > 1) = ?", point(1, 0, Math.nextDown(1.0))).state());
  }

  @Test
  void theGapOfABandIsItsLargest() throws StatementException {
    Evidence evidence =
        evidence("cdf(1*y[0]) at 3 points", point(0, 0, 0.25), point(1, 0, 0.5), point(2, 1, 1));
    assertEquals(VerificationState.ANSWERED, evidence.state());
    assertTrue(evidence.isBand());
    assertEquals(Bound.of(0.5), evidence.gap());
    assertEquals(Bound.ZERO, evidence.lower());
    assertEquals(Bound.ONE, evidence.upper());
  }

  @Test
  void hasBounds() {
    assertThrows(IllegalArgumentException.class, () -> evidence("P(1*y[0] > 1) = ?"));
  }
}
