package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import surety.language.verification.Known;
import surety.language.verification.Verification;
import surety.language.verification.VerificationState;

class HintsTest {
  private static ClaimPlace place(String name, int line) {
    return new ClaimPlace(
        name, new Range(new Position(line, 0), new Position(line, 9)), new Position(line + 1, 5));
  }

  private static Known known() {
    return Known.of("p", "P(1*y[0] > 1) < 1/2");
  }

  private static List<String> labels(Verification verification, int first, int last) {
    return Hints.of(Known.snapshot(1, verification), List.of(place("p", 4)), first, last).stream()
        .map(hint -> hint.getLabel().getLeft())
        .toList();
  }

  @Test
  void whatHoldsIsAndWhatHeldWas() {
    Known known = known().point(1, 0, 0.25);
    assertEquals(List.of("in [0, 0.25]"), labels(known.established(), 0, 9));
    List<String> was = List.of("was [0, 0.25]");
    assertEquals(was, labels(known.changedTo("P(1*y[0] > 1) < 1/3"), 0, 9));
    assertEquals(was, labels(known.in(VerificationState.RUNNING, Optional.empty()), 0, 9));
    assertEquals(was, labels(known.in(VerificationState.FAILED, Optional.of("why")), 0, 9));
  }

  @Test
  void aBandHasItsGap() {
    Known band = Known.of("p", "cdf(1*y[0]) at 2 points").point(0, 0, 0.5).point(1, 1, 1);
    assertEquals(List.of("2 points, largest gap 0.5"), labels(band.established(), 0, 9));
  }

  @Test
  void onlyTheLinesThatAreAskedForHaveHints() {
    Verification proved = known().point(1, 0, 0.25).established();
    assertEquals(1, labels(proved, 5, 5).size());
    assertEquals(0, labels(proved, 0, 4).size());
    assertEquals(0, labels(proved, 6, 9).size());
    assertEquals(0, labels(proved, 9, 0).size());
  }

  @Test
  void whatIsNotKnownHasNone() {
    assertEquals(0, labels(known().in(VerificationState.STALE, Optional.empty()), 0, 9).size());
    Verification other = Known.of("q", "P(1*y[0] > 1) = ?").point(0, 0, 1).established();
    assertEquals(0, labels(other, 0, 9).size());
  }

  @Test
  void aHintStandsBehindTheDeclaration() {
    InlayHint hint =
        Hints.of(
                Known.snapshot(1, known().point(1, 0, 0.25).established()),
                List.of(place("p", 4)),
                0,
                9)
            .get(0);
    assertEquals(new Position(5, 5), hint.getPosition());
    assertEquals("markdown", hint.getTooltip().getRight().getKind());
  }
}
