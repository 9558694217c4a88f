package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.solver.domain.Log2;

class RareProbabilityTest {
  /** The absolute gap that is wanted, as a logarithm. */
  private static double wanted(double upper, double gap) {
    return RareProbability.logGap(Log2.of(upper), Log2.of(gap));
  }

  @Test
  void ordinaryProbabilitiesHaveTheGapItself() {
    assertFalse(RareProbability.isRare(0.3, 1e-3));
    assertEquals(Log2.of(1e-3), wanted(0.3, 1e-3));
    assertEquals(Log2.of(1e-12), wanted(1e-5, 1e-12));
  }

  @Test
  void belowTheGapItIsRelative() {
    assertTrue(RareProbability.isRare(1e-4, 1e-3));
    assertEquals(1e-3, RareProbability.relativeGap(1e-4, 1e-3));
    assertEquals(Log2.of(1e-7), wanted(1e-4, 1e-3), 1e-9);
    assertEquals(-1023 + Log2.of(1e-3), RareProbability.logGap(-1023, Log2.of(1e-3)), 1e-9);
  }

  /** Of 9e-12 a gap of 1e-12 would say less than one of 1e-6, were that all that was wanted. */
  @Test
  void aSmallerGapNeverAsksForLess() {
    for (double upper = 0.99e-6; upper > 1e-40; upper /= 3) {
      double before = Double.POSITIVE_INFINITY;
      for (double gap = 1e-2; gap > 1e-15; gap /= 3) {
        double now = wanted(upper, gap);
        assertTrue(now <= before, upper + " within " + gap);
        assertTrue(now <= Log2.of(gap));
        before = now;
      }
    }
  }
}
