package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

class PointBoundsTest {
  private static PointBounds of(double a, double b, double c, double d, double tails) {
    Tally.Totals totals = new Tally.Totals(Dyadic.of(a), Dyadic.of(b), Dyadic.of(c), Dyadic.of(d));
    return PointBounds.of(Rational.ZERO, totals, Dyadic.of(tails), Dyadic.of(tails));
  }

  private static void require(double lower, double upper, PointBounds bounds) {
    assertEquals(Dyadic.of(lower), bounds.lower());
    assertEquals(Dyadic.of(upper), bounds.upper());
  }

  @Test
  void theTighterOfEventAndRest() {
    require(0.25, 0.75, of(0.25, 0.75, 0, 1, 0));
    require(0.375, 0.625, of(0, 1, 0.375, 0.625, 0));
    require(0.375, 0.75, of(0.25, 0.75, 0, 0.625, 0));
  }

  @Test
  void tailsMayBeAnywhere() {
    require(0.25, 0.75, of(0.25, 0.5, 0, 1, 0.25));
    require(0.125, 0.625, of(0, 1, 0.375, 0.625, 0.25));
    require(0, 1, of(0, 0, 0, 0, 1));
  }

  @Test
  void eachTailCountsOnItsSideOnly() {
    Tally.Totals totals =
        new Tally.Totals(Dyadic.of(0.25), Dyadic.of(0.5), Dyadic.of(0.25), Dyadic.of(0.5));
    require(0.25, 0.75, PointBounds.of(Rational.ZERO, totals, Dyadic.of(0.25), Dyadic.of(0.5)));
    require(0.5, 0.5, PointBounds.of(Rational.ZERO, totals, Dyadic.ZERO, Dyadic.ZERO));
    Tally.Totals never = new Tally.Totals(Dyadic.ZERO, Dyadic.ZERO, Dyadic.of(0.5), Dyadic.ONE);
    require(0, 0, PointBounds.of(Rational.ZERO, never, Dyadic.ZERO, Dyadic.of(0.5)));
  }

  @Test
  void boundsAreProbabilities() {
    require(0, 1, of(0, 3, 0, 2, 0.5));
    require(0, 1, of(0, 0x1p1000, 0, 0x1p1000, 0));
  }

  @Test
  void boundsAreRoundedOutward() {
    Dyadic fine = Dyadic.of(0.5).plus(new Dyadic(BigInteger.ONE, -80));
    Tally.Totals totals = new Tally.Totals(fine, fine, Dyadic.ZERO, Dyadic.ONE);
    PointBounds bounds = PointBounds.of(Rational.ZERO, totals, Dyadic.ZERO, Dyadic.ZERO);
    require(0.5, Math.nextUp(0.5), bounds);
    Dyadic tiny = new Dyadic(BigInteger.valueOf(3), -5000);
    Tally.Totals far = new Tally.Totals(tiny, tiny, Dyadic.ZERO, Dyadic.ONE);
    assertEquals(tiny, PointBounds.of(Rational.ZERO, far, Dyadic.ZERO, Dyadic.ZERO).lower());
    assertEquals(tiny, PointBounds.of(Rational.ZERO, far, Dyadic.ZERO, Dyadic.ZERO).upper());
  }
}
