package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.verification.Known;
import surety.language.verification.Verification;
import surety.language.verification.VerificationState;
import surety.solver.StopReason;

class VerdictMessagesTest {
  private static List<Diagnostic> all(boolean hasRelated, Verification... verifications) {
    return new VerdictMessages("u", hasRelated).of(Known.snapshot(1, verifications));
  }

  private static Diagnostic only(boolean hasRelated, Verification verification) {
    List<Diagnostic> all = all(hasRelated, verification);
    assertEquals(1, all.size());
    return all.get(0);
  }

  private static String text(Diagnostic message) {
    return message.getMessage().getLeft();
  }

  private static List<String> related(Diagnostic message) {
    return message.getRelatedInformation().stream()
        .map(DiagnosticRelatedInformation::getMessage)
        .toList();
  }

  private static Known claim(String claim, double lower, double upper) {
    return Known.of("p", "P(1*y[0] > 1) " + claim)
        .point(1, lower, upper)
        .witness("1/2", "3")
        .heavy(0.25, 0.75, 0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"< 1/2", "<= 1/2"})
  void whatIsTooLikelyHasAnInputForWhichItHappens(String limit) {
    Diagnostic message = only(true, claim(limit, 0.75, 1).inLine(3).established());
    assertEquals(
        "'p' is violated: the probability is in [0.75, 1], required is "
            + limit.replace("1/2", "0.5"),
        text(message));
    assertEquals(DiagnosticSeverity.Error, message.getSeverity());
    assertEquals("violated", message.getCode().getLeft());
    assertEquals("surety", message.getSource());
    assertEquals(2, message.getRange().getStart().getLine());
    assertEquals(
        List.of(
            "it happens, for instance: x = 0.5 gives y = 3 (rounded)",
            "where it often happens: x in [0.25, 0.75] (estimated probability 0.5)"),
        related(message));
    assertEquals("u", message.getRelatedInformation().get(0).getLocation().getUri());
  }

  /** An input for which it happens is no reason for it to happen too seldom. */
  @ParameterizedTest
  @ValueSource(strings = {"> 1/2", ">= 1/2"})
  void whatIsNotLikelyEnoughHasCellsWhereItDoesNotHappen(String limit) {
    Diagnostic message = only(true, claim(limit, 0, 0.25).established());
    assertEquals(
        "'p' is violated: the probability is in [0, 0.25], required is "
            + limit.replace("1/2", "0.5"),
        text(message));
    assertEquals(
        List.of("where it often does not happen: x in [0.25, 0.75] (estimated probability 0.5)"),
        related(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "E(1*y[0]) < 1/2 # mean",
        "Var(1*y[0]) < 1/2 # variance",
        "Std(1*y[0]) < 1/2 # standard deviation",
        "quantile(1*y[0], 1/2) < 1/2 # quantile",
        "cvar(1*y[0], 1/2) < 1/2 # conditional value at risk",
        "(P(1*y[0] > 1) / P(1*y[0] > 0)) < 1/2 # value"
      })
  void whatIsBoundedIsCalledByItsName(String claim, String name) {
    Diagnostic message = only(true, Known.of("p", claim).point(1, 0.75, 1).established());
    assertEquals(
        "'p' is violated: the " + name + " is in [0.75, 1], required is < 0.5", text(message));
  }

  @Test
  void anEditorThatShowsNothingRelatedHasItInTheMessage() {
    Diagnostic message = only(false, claim("< 1/2", 0.75, 1).established());
    assertNull(message.getRelatedInformation());
    assertEquals(3, text(message).lines().count());
    assertTrue(text(message).contains("\nit happens, for instance: x = 0.5"), text(message));
  }

  @Test
  void whatIsUndecidedIsAWarningWithAWayOut() {
    Known known = claim("< 1/2", 0.25, 0.75).stopped(StopReason.TIMEOUT, "1e-6");
    Diagnostic message = only(true, known.established());
    assertEquals(
        "'p' is undecided: the probability is in [0.25, 0.75], required is < 0.5;"
            + " stopped at the time limit; a longer one ('timeout') may decide it",
        text(message));
    assertEquals(DiagnosticSeverity.Warning, message.getSeverity());
    assertNull(message.getRelatedInformation());
  }

  @Test
  void aQueryOfWhichNothingIsKnownIsAWarningToo() {
    Known query = Known.of("q", "P(1*y[0] > 1) = ?").point(1, 0, 1);
    Diagnostic message = only(true, query.stopped(StopReason.TIMEOUT, "1e-6").established());
    assertEquals(
        "'q' is undecided: the probability is in [0, 1]; the wanted gap 1e-6 was not reached, the"
            + " bounds are 1 apart: stopped at the time limit; a longer one ('timeout') may bring"
            + " them closer",
        text(message));
    assertEquals(DiagnosticSeverity.Warning, message.getSeverity());
    Known band = Known.of("q", "cdf(1*y[0]) at 2 points").point(0, 0, 1).point(1, 0, 1);
    assertEquals(
        "'q' is undecided: 2 points, largest gap 1",
        text(only(true, band.replayed().established())));
  }

  /** The reason of a search is not known of a replay, so nothing is promised. */
  @Test
  void ofAReplayNoWayOutIsKnown() {
    Diagnostic message = only(true, claim("< 1/2", 0.25, 0.75).replayed().established());
    assertTrue(text(message).endsWith("required is < 0.5"), text(message));
  }

  @Test
  void whatFailedHasItsReason() {
    Diagnostic message =
        only(true, claim("< 1/2", 0.75, 1).in(VerificationState.FAILED, Optional.of("no file")));
    assertEquals("the verification of 'p' failed: no file", text(message));
    assertEquals("failed", message.getCode().getLeft());
    assertEquals(DiagnosticSeverity.Warning, message.getSeverity());
    assertNull(message.getRelatedInformation());
  }

  @Test
  void nothingElseIsSaid() {
    Known violated = claim("< 1/2", 0.75, 1);
    assertEquals(
        List.of(),
        all(
            true,
            claim("< 1/2", 0, 0.25).established(),
            claim("= ?", 0, 0.75).established(),
            violated.changedTo("P(1*y[0] > 1) < 3/4"),
            violated.in(VerificationState.STALE, Optional.of("why")),
            violated.in(VerificationState.QUEUED, Optional.empty()),
            violated.in(VerificationState.RUNNING, Optional.empty())));
  }

  /** However small it is, and whether decimals can say it or not. */
  @ParameterizedTest
  @CsvSource({"< 1e-400, < 1e-400", "<= 1/3, <= 1/3", "< 0.010, < 0.01", "< -1, < -1"})
  void whatIsRequiredIsExact(String limit, String words) {
    String text = text(only(true, claim(limit, 0.75, 1).established()));
    assertTrue(text.endsWith(", required is " + words), text);
  }

  /** The bound is on the side of the limit where it is, however near. */
  @Test
  void boundsNextToTheLimitAreNotRoundedAcross() {
    Known close = claim("< 1/2", 0.5, Math.nextUp(0.5));
    assertTrue(text(only(true, close.established())).contains("[0.5, 0.50000000000000"));
    Known below = claim(">= 1/2", 0.25, Math.nextDown(0.5));
    assertTrue(text(only(true, below.established())).contains("0.4999999999999"));
  }
}
