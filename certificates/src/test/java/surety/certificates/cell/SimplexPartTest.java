package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class SimplexPartTest {
  /** Of the unit interval under the uniform density, by bounds at 0 and 1. */
  private static Interval below(double[] lower, double[] upper, Rational t, boolean inclusive) {
    SimplexCell cell = EvaluatedSimplexTest.unitInterval(0, 0);
    return new SimplexPart(cell, 1, lower, upper, 0).below(Threshold.of(t, inclusive));
  }

  @Test
  void isBetweenThePartsOfBothBounds() {
    Interval part = below(new double[] {0, 1}, new double[] {1, 2}, Rational.of(5, 4), true);
    assertTrue(part.contains(0.25) && part.contains(1) && part.lower() > 0.2499, part::toString);
    Interval exact = below(new double[] {1, 0}, new double[] {1, 0}, Rational.of(1, 4), true);
    assertTrue(exact.contains(0.25) && exact.width() < 1e-12, exact::toString);
  }

  /** The function may be that number on a set with a mass, as a sum of ReLUs may be 0. */
  @Test
  void aLowerBoundMayBeTheThresholdEverywhere() {
    double[] lower = {0.5, 0.5};
    double[] upper = {0.5, 1};
    Rational half = Rational.of(1, 2);
    assertEquals(new Interval(0, 1), below(lower, upper, half, true));
    assertEquals(Interval.ZERO, below(lower, upper, half, false));
    Rational third = Rational.of(1, 3);
    double[] under = {third.doubleFloor(), third.doubleFloor()};
    double[] over = {third.doubleCeiling(), third.doubleCeiling()};
    for (boolean inclusive : new boolean[] {true, false}) {
      assertEquals(new Interval(0, 1), below(under, upper, third, inclusive));
      assertEquals(Interval.ZERO, below(over, upper, third, inclusive));
    }
  }

  /** Of a function that is exact at two doubles, a third lies between them: nothing is known. */
  @Test
  void aThresholdBetweenDoublesIsBothOfThem() {
    Rational third = Rational.of(1, 3);
    double[] rising = {third.doubleFloor(), third.doubleCeiling()};
    assertEquals(new Interval(0, 1), below(rising, rising, third, true));
    assertEquals(new Interval(0, 1), below(rising, rising, third, false));
  }

  /** Likewise an upper bound: where the function is at most the threshold, it need not be below. */
  @Test
  void anUpperBoundMayBeTheThresholdEverywhere() {
    double[] lower = {0, 0.5};
    double[] upper = {0.5, 0.5};
    Rational half = Rational.of(1, 2);
    assertEquals(1, below(lower, upper, half, true).upper());
    assertEquals(0, below(lower, upper, half, false).lower());
  }
}
