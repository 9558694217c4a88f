package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import surety.language.verification.Known;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;
import surety.solver.Progress;

class LensesTest {
  private static final ClaimPlace PLACE =
      new ClaimPlace("p", new Range(new Position(4, 0), new Position(4, 10)), new Position(4, 40));

  private static Known known() {
    return Known.of("p", "P(1*y[0] > 1) < 1/2");
  }

  private static List<String> titles(VerificationSnapshot snapshot, boolean hasPictures) {
    return Lenses.of("u", snapshot, List.of(PLACE), hasPictures, false).stream()
        .map(
            lens ->
                lens.getRange().getStart().getLine()
                    + " "
                    + lens.getCommand().getTitle()
                    + " -> "
                    + lens.getCommand().getCommand())
        .toList();
  }

  @Test
  void whatWasNeverVerifiedCanBe() {
    assertEquals(
        List.of(
            "0 Verify all (1 not verified) -> surety.verifyAll",
            "4 not verified -> ",
            "4 Verify -> surety.verify"),
        titles(
            Known.snapshot(1, known().in(VerificationState.UNVERIFIED, Optional.empty())), true));
  }

  @Test
  void whatHoldsCanBeSeenAndReplayed() {
    VerificationSnapshot snapshot =
        Known.snapshot(1, known().point(1, 0, 0.25).certificate("/c").established());
    List<String> expected =
        List.of(
            "0 Verify all (1 proved) -> surety.verifyAll",
            "4 proved, " + StateWords.found(known().point(1, 0, 0.25).evidence()) + " -> ",
            "4 Verify again -> surety.verify",
            "4 Replay -> surety.replay",
            "4 Show band -> surety.showBand");
    assertEquals(expected, titles(snapshot, true));
    assertEquals(expected.subList(0, 4), titles(snapshot, false));
    CodeLens lens = Lenses.of("u", snapshot, List.of(PLACE), true, true).get(2);
    assertEquals(List.of("u", "p"), lens.getCommand().getArguments());
    List<CodeLens> all = Lenses.of("u", snapshot, List.of(PLACE), true, true);
    Command last = all.get(all.size() - 1).getCommand();
    assertEquals("Try an input -> surety.tryInput", last.getTitle() + " -> " + last.getCommand());
    assertEquals(List.of("u", "p"), last.getArguments());
  }

  @Test
  void whatRunsCanBeCancelled() {
    Progress progress = new Progress("searching", 0.5, 7, 3, 0, 1);
    assertEquals(
        List.of(
            "0 1 running: cancel all -> surety.cancel",
            "4 running, 3 s: cancel -> surety.cancel",
            "4 Show band -> surety.showBand"),
        titles(Known.snapshot(1, known().running(progress)), true));
  }

  @Test
  void amongErrorsThereIsNothingToDoButToCancel() {
    assertEquals(
        List.of("0 nothing can be verified among errors -> ", "4 stale -> "),
        titles(
            Known.broken(
                1,
                known()
                    .point(1, 0, 0.25)
                    .certificate("/c")
                    .in(VerificationState.STALE, Optional.empty())),
            true));
    assertEquals(
        List.of("0 nothing can be verified among errors -> ", "4 queued: cancel -> surety.cancel"),
        titles(Known.broken(1, known().in(VerificationState.QUEUED, Optional.empty())), true));
  }

  @Test
  void whatIsNotInTheTextHasNoLensAndWhatIsNotKnownNeither() {
    VerificationSnapshot other =
        Known.snapshot(
            1,
            Known.of("q", "P(1*y[0] > 1) = ?").in(VerificationState.UNVERIFIED, Optional.empty()));
    assertEquals(List.of("0 Verify all (1 not verified) -> surety.verifyAll"), titles(other, true));
    assertTrue(titles(Known.snapshot(1), true).isEmpty());
  }
}
