package surety.language.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.origin.Origins.cell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.language.verification.Evidence;
import surety.solver.HeavyCell;

class OriginTest {
  private static List<String> words(Origin origin) {
    return origin.parts().stream().map(Origin.Part::words).toList();
  }

  @Test
  void theHeaviestComeFirstWithTheirShares() {
    Origin origin = Origins.origin(cell(0.125, 0, 0.5), cell(0.25, 0.5, 1));
    assertEquals(List.of("50.0 %", "25.0 %"), words(origin));
    assertEquals(0.5, origin.parts().get(1).relative());
    assertEquals(0, BigDecimal.valueOf(0.75).compareTo(origin.covered().orElseThrow()));
    assertEquals("where it happens (estimated): 75.0 % in 2 boxes", origin.heading());
  }

  /** Two triangles of one square. */
  @Test
  void equalBoxesAreOne() {
    HeavyCell[] cells = {cell(0.1, 0, 1, 0, 1), cell(0.15, 0, 0.5, 0, 1), cell(0.15, 0, 1, 0, 1)};
    Origin origin = Origins.origin(cells);
    assertEquals(List.of("50.0 %", "30.0 %"), words(origin));
    assertEquals(1, origin.parts().get(0).upper(0));
  }

  @Test
  void whatIsNegligibleIsLeftOut() {
    Origin origin = Origins.origin(cell(0.4, 0.5, 0.6), cell(4e-6, 0, 0.1), cell(3.9e-6, 0.9, 1));
    assertEquals(2, origin.parts().size());
  }

  /** Estimates may add up to more than there is. */
  @Test
  void noMoreIsSaidToBeShownThanThereIs() {
    Origin origin = Origins.origin(cell(0.3, 0, 0.5), cell(0.201, 0.5, 1));
    assertEquals("where it happens (estimated): 100.0 % in 2 boxes", origin.heading());
    assertEquals(
        "where it happens (estimated): 99.0 % in 1 box",
        Origins.origin(cell(0.495, 0, 1)).heading());
  }

  /** Half of it does not happen; of that three quarters are in the box, and no witness is. */
  @Test
  void ofWhatIsNotLikelyEnoughItIsTheRest() {
    HeavyCell cell = cell(0.375, 0, 1);
    Evidence seldom = Origins.evidence("> 3/4", 0.5, 0.5, Origins.witness("1/2"), cell);
    Origin origin = Origin.of(seldom, List.of("x")).orElseThrow();
    assertFalse(origin.isInside());
    assertEquals(Optional.empty(), origin.witness());
    assertEquals("where it does not happen (estimated): 75.0 % in 1 box", origin.heading());
    Evidence often = Origins.evidence("< 1/4", 0.25, 0.5, Origins.witness("1/2"), cell);
    Origin other = Origin.of(often, List.of("x")).orElseThrow();
    assertTrue(other.isInside());
    assertEquals(Optional.of(List.of(0.5)), other.witness());
  }

  @Test
  void sharesOfWideBoundsAreUnknown() {
    Evidence evidence = Origins.evidence("= ?", 0.1, 0.5, Optional.empty(), cell(0.0625, 0, 1));
    Origin origin = Origin.of(evidence, List.of("x")).orElseThrow();
    assertEquals(List.of("0.0625"), words(origin));
    assertEquals(Optional.empty(), origin.covered());
    assertEquals("where it happens (estimated): 1 box, shares unknown", origin.heading());
  }

  @Test
  void withoutBoxesThereIsNothingToShow() {
    Evidence none = Origins.evidence("= ?", 0, 0, Optional.empty());
    assertEquals(Optional.empty(), Origin.of(none, List.of("x")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Origin(true, List.of(), List.of(), List.of(), Optional.empty()));
  }

  /** Far below the least double, relative weights are still known. */
  @Test
  void weightsAreRelativeToTheHeaviest() {
    HeavyCell tiny = new HeavyCell(cell(1, 0, 0.5).sides(), new BigDecimal("3e-400"));
    HeavyCell half = new HeavyCell(cell(1, 0.5, 1).sides(), new BigDecimal("1.5e-400"));
    Evidence evidence = Origins.evidence("= ?", 0, 1e-300, Optional.empty(), half, tiny);
    Origin origin = Origin.of(evidence, List.of("x")).orElseThrow();
    assertEquals(0.5, origin.parts().get(1).relative());
    assertEquals(List.of("3e-400", "1.5e-400"), words(origin));
  }

  /** Hearers get the five heaviest. */
  @Test
  void wordsNameTheHeaviestBoxes() {
    HeavyCell[] cells = new HeavyCell[7];
    for (int k = 0; k < 7; k++) {
      cells[k] = cell(0.05, 0.125 * k, 0.125 * (k + 1));
    }
    assertEquals(
        "Where it happens (estimated): 70.0 % in 7 boxes: 10.0 % with in0 in [0, 0.125];"
            + " 10.0 % with in0 in [0.125, 0.25]; 10.0 % with in0 in [0.25, 0.375]; 10.0 % with in0"
            + " in [0.375, 0.5]; 10.0 % with in0 in [0.5, 0.625]; and 2 more.",
        OriginText.of(Origins.origin(cells)));
  }
}
