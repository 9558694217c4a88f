package surety.solver.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Selection;
import surety.certificates.network.Wires;

class AffineRowsTest {

  private static final AffineLayer MATRIX =
      AffineLayer.of(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6});
  private static final AffineLayer SHIFT =
      AffineLayer.diagonal(new double[] {7, 8}, new double[] {9, 10});

  /** Wires 0, 1 and 2 are in columns 2, 0 and 1. */
  private static final int[] PLACES = {2, 0, 1};

  @Test
  void rowsOfTermsAddUp() {
    AffineRows rows = new AffineRows(2, 3, false, Budget.of(0), "it");
    rows.add(0, new Gate.Term(MATRIX, Wires.range(0, 2)), 1, PLACES);
    rows.add(0, new Gate.Term(SHIFT, Wires.range(1, 2)), 0, PLACES);
    rows.copy(1, 2);
    assertEquals(
        AffineLayer.of(new double[][] {{4 + 7, 0, 3}, {0, 0, 1}}, new double[] {6 + 9, 0}),
        rows.layer());
    assertFalse(rows.layer().operator() instanceof Selection);
  }

  @Test
  void selectionsStaySelections() {
    AffineRows rows = new AffineRows(3, 3, true, Budget.of(0), "it");
    rows.add(0, new Gate.Term(SHIFT, Wires.range(0, 2)), 1, PLACES);
    rows.copy(2, 1);
    AffineLayer layer = rows.layer();
    assertTrue(layer.operator() instanceof Selection);
    assertEquals(
        AffineLayer.of(new double[][] {{8, 0, 0}, {0, 0, 0}, {0, 1, 0}}, new double[] {10, 0, 0}),
        layer);
  }

  @Test
  void areOnlyMadeIfTheBudgetAllowsThem() {
    int wide = 1 << 12;
    String message =
        assertThrows(
                LayersException.class,
                () -> new AffineRows(wide, wide, false, Budget.of(0), "a layer"))
            .getMessage();
    assertTrue(message.contains("a layer needs 16777216 more numbers"), message);
    assertTrue(
        new AffineRows(wide, wide, true, Budget.of(0), "a layer").layer().operator()
            instanceof Selection);
  }
}
