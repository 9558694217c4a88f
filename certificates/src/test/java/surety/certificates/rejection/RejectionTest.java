package surety.certificates.rejection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;

class RejectionTest {
  private static List<Class<?>> reasons(Class<?> type) {
    if (!type.isSealed()) {
      return List.of(type);
    }
    List<Class<?>> reasons = new ArrayList<>();
    for (Class<?> part : type.getPermittedSubclasses()) {
      reasons.addAll(reasons(part));
    }
    return reasons;
  }

  /** Programs are told names, so a name says all of one kind. */
  @Test
  void reasonsAreRecordsAndFew() {
    List<Class<?>> all = reasons(Rejection.class);
    assertTrue(all.size() > 40, () -> all.size() + " reasons");
    Set<String> names = new HashSet<>();
    for (Class<?> reason : all) {
      assertTrue(reason.isRecord(), reason::getName);
      names.add(reason.getSimpleName());
    }
    assertTrue(names.size() > 35, names::toString);
  }

  @Test
  void aPlaceKeepsTheReason() {
    Rejection hole = new TreeRejection.At("cell", 7, new TreeRejection.Hole());
    assertTrue(hole.isIncomplete());
    assertEquals("Hole", hole.name());
    assertEquals("cell 7 of the tree: the proof tree leaves a cell out (a hole)", hole.message());
    Rejection knot = new TreeRejection.At("cell", 2, new TreeRejection.NoKnot(1, 9));
    assertFalse(knot.isIncomplete());
    assertEquals("NoKnot", knot.name());
  }

  @Test
  void numbersAreCarried() {
    Enclosure claimed = Enclosure.of(Dyadic.of(0.25), Dyadic.of(0.5));
    Enclosure computed = Enclosure.of(Dyadic.of(0.125), Dyadic.of(0.5));
    ClaimRejection.NotProved reason = new ClaimRejection.NotProved(3, claimed, computed);
    assertEquals(claimed, reason.claimed());
    assertEquals(3, reason.index());
    assertEquals(
        "the claimed bounds [0.25, 0.5] do not follow from the proof, from which"
            + " [0.125, 0.5] follow",
        reason.message());
  }

  @Test
  void longTextsAreCut() {
    String line = "x".repeat(1000);
    assertTrue(new TextRejection.Unexpected("end", line).message().length() < 250);
    assertTrue(new TextRejection.OtherStatement(line, line).message().length() < 400);
    assertEquals(line, new TextRejection.Unexpected("end", line).found());
  }

  @Test
  void anExceptionSaysWhatItsReasonSays() {
    RejectedException e = new RejectedException(new TextRejection.CutOff());
    assertEquals("the certificate ends in the middle", e.getMessage());
    assertTrue(e.rejection().isIncomplete());
  }
}
