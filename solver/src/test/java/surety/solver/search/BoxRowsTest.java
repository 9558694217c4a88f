package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxRowsTest {
  /** xi + 1, between 0 and 2. */
  private static final List<BoxRange> RANGES =
      List.of(new BoxRange(new double[] {1, 1}, new double[] {1, 1}));

  private static final BoxSpread UNIFORM = new BoxSpread(1, 1, new double[1]);

  /** As where the density has a knot inside. */
  private static final BoxSpread UNKNOWN =
      new BoxSpread(0, Double.POSITIVE_INFINITY, new double[] {1});

  private static Share below(BoxSpread spread, double t) {
    return BoxRows.of(RANGES, spread).below(0, t, true);
  }

  @Test
  void whatTouchesAThresholdIsDecidedWhereSharesAreKnown() {
    assertTrue(below(UNIFORM, 2).isAll());
    assertTrue(below(UNIFORM, 0).isNone());
    assertEquals(0.5, below(UNIFORM, 1).lower(), 1e-12);
    assertEquals(0.5, below(UNIFORM, 1).upper(), 1e-12);
  }

  /** There rounding may leave the kernel with all of the mass or nothing. */
  @Test
  void butNotWhereNothingIsKnownOfTheDensity() {
    assertFalse(below(UNKNOWN, 2).isAll());
    assertFalse(below(UNKNOWN, 0).isNone());
    assertTrue(below(UNKNOWN, 2.001).isAll());
    assertTrue(below(UNKNOWN, -0.001).isNone());
  }

  @Test
  void whetherTouchingDecidesMayBeSaid() {
    assertTrue(BoxRows.decided(RANGES, true).below(0, 2, true).isAll());
    assertFalse(BoxRows.decided(RANGES, false).below(0, 2, true).isAll());
    assertTrue(BoxRows.decided(RANGES, false).below(0, 3, true).isAll());
    assertFalse(BoxRows.decided(RANGES, true).below(0, 1, true).isAll());
  }
}
