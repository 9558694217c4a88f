package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.language.verification.Known;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;
import surety.solver.Progress;

class RunProgressTest {
  private final RecordingClient client = new RecordingClient();
  private final RunProgress progress = new RunProgress(client);

  private static Known known(String name) {
    return Known.of(name, "P(1*y[0] > 1) < 1/2");
  }

  private static Verification running(String name) {
    return known(name).running(new Progress("searching", 0.5, 7, 3, 0, 1));
  }

  private static Verification stale(String name) {
    return known(name).in(VerificationState.STALE, Optional.empty());
  }

  private void show(Verification... verifications) {
    progress.show(Known.snapshot(1, verifications));
  }

  @Test
  void aRunBeginsReportsAndEnds() {
    show(stale("p"));
    show(running("p"));
    show(running("p"));
    show(known("p").point(1, 0, 0.25).established());
    show(stale("p"));
    assertEquals(List.of("surety-1 begin", "surety-1 report", "surety-1 end"), client.progress);
  }

  @Test
  void aReplayHasAPercentageFromItsBeginning() {
    show(known("p").replaying(0));
    show(known("p").replaying(42));
    show(known("p").point(1, 0, 0.25).established());
    assertEquals(
        List.of("surety-1 begin 0%", "surety-1 report 42%", "surety-1 end"), client.progress);
  }

  @Test
  void whatWaitsIsNotShown() {
    show(known("p").in(VerificationState.QUEUED, Optional.empty()));
    assertEquals(0, client.created.size());
  }

  @Test
  void nothingIsSaidBeforeTheEditorAgrees() {
    client.agrees = false;
    show(running("p"));
    show(running("p"));
    assertEquals(List.of(), client.progress);
    client.created.get(0).complete(null);
    show(running("p"));
    assertEquals(List.of("surety-1 begin", "surety-1 report"), client.progress);
  }

  @Test
  void anEditorThatAgreesTooLateOrNotAtAllHearsNothing() {
    client.agrees = false;
    show(running("p"), running("q"));
    client.created.get(1).completeExceptionally(new IllegalStateException("no"));
    show(stale("p"), running("q"));
    client.created.get(0).complete(null);
    show(stale("p"), stale("q"));
    assertEquals(List.of(), client.progress);
    assertEquals(Optional.empty(), progress.find("surety-1"));
  }

  @Test
  void eachRunHasATokenOfItsOwn() {
    show(running("p"), running("q"));
    show(stale("p"), running("q"));
    show(running("p"), running("q"));
    assertEquals(
        List.of(
            "surety-1 begin",
            "surety-2 begin",
            "surety-2 report",
            "surety-1 end",
            "surety-3 begin",
            "surety-2 report"),
        client.progress);
    Path file = Known.snapshot(1).file();
    assertEquals(Optional.of(Map.entry(file, "q")), progress.find("surety-2"));
    assertEquals(Optional.of(Map.entry(file, "p")), progress.find("surety-3"));
    assertEquals(Optional.empty(), progress.find("surety-1"));
    assertEquals(Optional.empty(), progress.find(""));
  }

  @Test
  void aPropertyThatIsGoneRunsNoMore() {
    show(running("p"));
    show();
    assertEquals(List.of("surety-1 begin", "surety-1 end"), client.progress);
  }

  @Test
  void anotherSpecificationEndsNothing() {
    show(running("p"));
    Path other = Path.of("/other.sure");
    progress.show(new VerificationSnapshot(other, 2, List.of()));
    progress.gone(other);
    assertEquals(List.of("surety-1 begin"), client.progress);
    progress.gone(Known.snapshot(1).file());
    progress.gone(Known.snapshot(1).file());
    assertEquals(List.of("surety-1 begin", "surety-1 end"), client.progress);
  }
}
