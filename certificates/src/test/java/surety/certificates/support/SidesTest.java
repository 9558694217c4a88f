package surety.certificates.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;

class SidesTest {
  private static final Interval ANY = new Interval(0, 1);

  private static Sides sides(Interval mean, double kink, Interval... loadings) {
    return Sides.of(NormalForm.of(mean, loadings), Interval.of(kink));
  }

  /** Phi(-1), Phi(-2) and Phi(-10) to 17 digits (Abramowitz and Stegun, or any other table). */
  @ParameterizedTest
  @CsvSource({"1, 0.15865525393145705", "2, 0.022750131948179207", "10, 7.6198530241605261e-24"})
  void eachTailHasAllItsDigits(double ratio, double tail) {
    for (double scale : new double[] {1, 3, 1e-5}) {
      Interval loading = Interval.of(scale * 0.6);
      Interval other = Interval.of(scale * 0.8);
      Sides above = sides(Interval.of(ratio * scale).plus(7), 7, loading, other);
      assertTail(tail, above.below());
      assertEquals(1 - tail, above.above().middle(), 1e-9);
      Sides below = sides(Interval.of(-ratio * scale).plus(7), 7, loading, other);
      assertTail(tail, below.above());
      assertEquals(1 - tail, below.below().middle(), 1e-9);
    }
  }

  private static void assertTail(double tail, Interval found) {
    double room = 1e-9 * tail; // the mean plus 7 is rounded
    assertTrue(found.lower() <= tail + room && found.upper() >= tail - room, found::toString);
    assertTrue(found.width() <= 1e-7 * tail, found::toString);
  }

  @Test
  void aNumberThatDoesNotVaryIsOnOneSideAndAtTheKinkOnTheUpperOne() {
    assertEquals(Sides.BEFORE_ALL, sides(Interval.of(2), 2, Interval.ZERO));
    assertEquals(Sides.BEFORE_ALL, sides(Interval.of(3), 2));
    assertEquals(Sides.BEHIND_ALL, sides(Interval.of(Math.nextDown(2)), 2, Interval.ZERO));
    assertEquals(new Sides(ANY, ANY), sides(Interval.of(1.5, 2.5), 2, Interval.ZERO));
  }

  /** The deviation is at most 1e-300, and may be 0. */
  @Test
  void whereItIsNotKnownWhetherANumberVariesWhatIsFarIsKnown() {
    Interval maybe = Interval.of(-1e-300, 1e-300);
    Sides near = sides(Interval.of(2), 2, maybe);
    assertTrue(near.above().contains(1) && near.above().contains(0.5), near::toString);
    assertTrue(near.below().contains(0) && near.below().contains(0.5), near::toString);
    assertTrue(sides(Interval.of(1), 2, maybe).above().upper() < 1e-300);
    assertTrue(sides(Interval.of(3), 2, maybe).below().upper() < 1e-300);
    assertEquals(ANY, sides(Interval.of(1.5, 2.5), 2, maybe).above());
  }

  @Test
  void whatIsNotBoundedIsNotKnown() {
    assertEquals(new Sides(ANY, ANY), sides(Interval.WHOLE, 0, Interval.ONE));
    Interval huge = Interval.of(1e200);
    assertEquals(new Sides(ANY, ANY), sides(Interval.ONE, 0, huge));
  }
}
