package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import surety.language.Region;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;
import surety.language.verification.Known;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;
import surety.solver.Progress;

class StatusesTest {
  private static final String CLAIM = "P(1*y[0] > 1) < 1/2";

  private static Known known() {
    return Known.of("p", CLAIM);
  }

  private static Known proved() {
    return known().point(1, 0.125, 0.25).certificate("/a b/s.p.cert");
  }

  private static PropertyStatus status(VerificationSnapshot snapshot) {
    return Statuses.of(snapshot, "file:///s.sure").properties().get(0);
  }

  private static List<String> actions(Verification verification) {
    return status(Known.snapshot(1, verification)).actions();
  }

  @Test
  void whatHoldsHasFigures() {
    PropertyStatus status =
        status(Known.snapshot(1, proved().titled("R1").inLine(7).established()));
    assertEquals("p", status.name());
    assertEquals("R1", status.title());
    assertEquals("property", status.kind());
    assertEquals(CLAIM, status.text());
    assertEquals("proved", status.state());
    assertEquals("proved", status.label());
    assertEquals("[0.125, 0.25]", status.bounds());
    assertEquals("0.125", status.gap());
    assertEquals("0.25", status.margin());
    assertEquals(1.5, status.seconds());
    assertEquals("2026-11-22T12:00:00Z", status.established());
    assertEquals(StateWords.found(proved().evidence()), status.found());
    assertEquals("file:///a%20b/s.p.cert", status.certificate());
    assertNull(status.message());
    assertNull(status.percent());
    assertEquals(new Range(new Position(6, 9), new Position(6, 10)), status.range());
    assertEquals(List.of("verify", "replay", "showBand"), status.actions());
  }

  @Test
  void whatHoldsNoMoreHasNoFigures() {
    for (Verification verification :
        List.of(
            proved().changedTo("P(1*y[0] > 1) < 1/3"),
            proved().in(VerificationState.STALE, Optional.of("changed since it was verified")),
            proved().in(VerificationState.FAILED, Optional.of("changed since it was verified")))) {
      PropertyStatus status = status(Known.snapshot(1, verification));
      assertNull(status.bounds());
      assertNull(status.gap());
      assertNull(status.margin());
      assertNull(status.seconds());
      assertNull(status.established());
      assertNull(status.found());
      assertNull(status.certificate());
      assertEquals("changed since it was verified", status.message());
    }
  }

  @Test
  void aRunSaysHowMuchOfItsTimeIsOver() {
    Progress progress = new Progress("searching", 0.5, 7, 3, 0, 1);
    PropertyStatus status = status(Known.snapshot(1, known().running(progress)));
    assertEquals(42, status.percent());
    assertEquals("running, 3 s", status.label());
    assertEquals(
        "searching: 3 s of 60 s, 7 cells, gap about 0.5 (not yet proven)", status.message());
    assertEquals(List.of("cancel", "showBand"), status.actions());
    assertNull(status.bounds());
  }

  @Test
  void aReplaySaysHowMuchOfItsCertificateWasRead() {
    PropertyStatus status = status(Known.snapshot(1, proved().replaying(42)));
    assertEquals(42, status.percent());
    assertEquals("running", status.state());
    assertEquals("replaying 42%", status.label());
    assertEquals(List.of("cancel", "showBand"), status.actions());
    assertNull(status.bounds());
  }

  @Test
  void onlyWhatCanBeDoneIsOffered() {
    Optional<String> why = Optional.of("why");
    assertEquals(List.of("verify"), actions(known().in(VerificationState.STALE, why)));
    assertEquals(List.of("verify"), actions(known().in(VerificationState.FAILED, why)));
    assertEquals(List.of("cancel"), actions(proved().in(VerificationState.QUEUED, why)));
    assertEquals(List.of("verify", "replay"), actions(proved().in(VerificationState.STALE, why)));
    assertEquals(List.of("verify"), actions(proved().changedTo("P(1*y[0] > 1) < 1/3")));
    assertEquals(List.of("verify", "showBand"), actions(known().point(0, 0, 0.25).established()));
  }

  @Test
  void amongErrorsNothingCanBeVerified() {
    Verification stale = proved().in(VerificationState.STALE, Optional.of("errors"));
    VerificationSnapshot snapshot = Known.broken(3, stale);
    assertEquals(List.of(), status(snapshot).actions());
    SpecificationStatus all = Statuses.of(snapshot, "u");
    assertEquals("it has errors", all.errors());
    assertEquals(3, all.version());
    assertEquals("1 stale", all.summary());
    Verification running = proved().in(VerificationState.RUNNING, Optional.empty());
    assertEquals(List.of("cancel", "showBand"), status(Known.broken(3, running)).actions());
  }

  @Test
  void whatIsGoneIsEmpty() {
    SpecificationStatus gone = Statuses.gone("u", 9);
    assertEquals(new SpecificationStatus("u", 9, true, null, "", List.of()), gone);
  }

  @Test
  void placesAreCountedFromZero() {
    assertEquals(
        new Range(new Position(0, 0), new Position(0, 0)), Statuses.range(new Region(1, 1, 0)));
  }
}
