package surety.solver;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Bounds against what another method computes. */
final class Closeness {
  private Closeness() {}

  /**
   * They are around a number, and close.
   *
   * @param error how far off the number may be; 0 if it is exact
   * @param gap how far apart they may be
   */
  static void assertAround(double exact, double error, BandPoint bounds, double gap) {
    double lower = bounds.lower().doubleFloor();
    double upper = bounds.upper().doubleCeiling();
    assertTrue(lower <= exact + error, () -> lower + " is above " + exact);
    assertTrue(upper >= exact - error, () -> upper + " is below " + exact);
    assertTrue(
        bounds.gap().doubleCeiling() <= gap, () -> "[" + lower + ", " + upper + "] is too wide");
  }
}
