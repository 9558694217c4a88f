package surety.solver.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.SparseMatrix;
import surety.certificates.network.Wires;

class SparseRowsTest {
  private static final AffineLayer MATRIX =
      AffineLayer.of(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6});
  private static final AffineLayer SHIFT =
      AffineLayer.diagonal(new double[] {7, 8}, new double[] {9, 10});

  /** Wires 0, 1 and 2 are in columns 2, 0 and 1. */
  private static final int[] PLACES = {2, 0, 1};

  @Test
  void rowsOfTermsAddUp() {
    SparseRows rows = new SparseRows(3, 3, 5, Budget.of(0), "it");
    rows.add(0, new Gate.Term(MATRIX, Wires.range(0, 2)), 1, PLACES);
    rows.add(0, new Gate.Term(SHIFT, Wires.range(1, 2)), 0, PLACES);
    rows.copy(2, 2);
    AffineLayer layer = rows.layer();
    assertInstanceOf(SparseMatrix.class, layer.operator());
    assertEquals(
        AffineLayer.of(
            new double[][] {{4 + 7, 0, 3}, {0, 0, 0}, {0, 0, 1}}, new double[] {6 + 9, 0, 0}),
        layer);
  }

  @Test
  void areOnlyMadeIfTheBudgetAllowsThem() {
    int wide = 1 << 20;
    String message =
        assertThrows(
                LayersException.class, () -> new SparseRows(1, wide, wide, Budget.of(0), "a layer"))
            .getMessage();
    assertTrue(message.contains("a layer needs 2097153 more numbers"), message);
  }

  @Test
  void areForLargeMatricesThatAreMostlyZeros() {
    assertTrue(SparseRows.areFew(1_000, 1_000, 1_000));
    assertTrue(SparseRows.areFew(1_000_000, 1 << 20, 1 << 20));
    assertFalse(SparseRows.areFew(125_000, 1_000, 1_000));
    assertFalse(SparseRows.areFew(10, 200, 200));
  }
}
