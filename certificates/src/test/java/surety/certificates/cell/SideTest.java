package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class SideTest {
  private static final Interval THIRD = Interval.of(Rational.of(1, 3));
  private static final List<Interval> KNOTS = List.of(THIRD, Interval.of(0.5));
  private static final Side SIDE = new Side(Interval.ZERO, Interval.ONE, 0, 2);

  @Test
  void surroundsOnlyWhatIsSurelyInside() {
    assertTrue(SIDE.surrounds(THIRD));
    assertTrue(SIDE.surrounds(Interval.of(Double.MIN_VALUE)));
    assertFalse(SIDE.surrounds(Interval.ZERO));
    assertFalse(SIDE.surrounds(Interval.ONE));
    assertFalse(SIDE.surrounds(Interval.of(-1)));
    Side above = new Side(THIRD, Interval.ONE, 1, 2);
    assertFalse(above.surrounds(THIRD));
    assertFalse(above.surrounds(Interval.of(THIRD.upper())));
    assertFalse(above.surrounds(Interval.of(THIRD.lower())));
    assertTrue(above.surrounds(Interval.of(Math.nextUp(THIRD.upper()))));
  }

  @Test
  void partsMeetOnlyTheirPieces() {
    Side below = SIDE.below(Interval.of(0.5), KNOTS);
    assertEquals(new Side(Interval.ZERO, Interval.of(0.5), 0, 1), below);
    assertEquals(
        new Side(Interval.of(0.5), Interval.ONE, 2, 2), SIDE.above(Interval.of(0.5), KNOTS));
    assertEquals(0, SIDE.below(Interval.of(0.25), KNOTS).lastPiece());
    assertEquals(0, SIDE.above(Interval.of(0.25), KNOTS).firstPiece());
    // cuts inside the enclosure of a knot: at its lower end the knot lies above, and so on
    assertEquals(0, SIDE.below(Interval.of(THIRD.lower()), KNOTS).lastPiece());
    assertEquals(0, SIDE.above(Interval.of(THIRD.lower()), KNOTS).firstPiece());
    assertEquals(1, SIDE.below(Interval.of(THIRD.upper()), KNOTS).lastPiece());
    assertEquals(1, SIDE.above(Interval.of(THIRD.upper()), KNOTS).firstPiece());
    assertEquals(new Side(Interval.ZERO, THIRD, 0, 0), SIDE.belowKnot(THIRD, 0));
    assertEquals(new Side(THIRD, Interval.ONE, 1, 2), SIDE.aboveKnot(THIRD, 0));
  }

  @Test
  void lengthsAreNotNegative() {
    assertEquals(Interval.ONE, SIDE.length());
    Side thin = new Side(THIRD, THIRD, 0, 0);
    assertEquals(0, thin.length().lower());
    assertTrue(thin.length().upper() > 0);
    assertEquals(new Interval(THIRD.lower(), 1), new Side(THIRD, Interval.ONE, 0, 0).hull());
  }

  @Test
  void sidesAreEqualIfAllOfThemIs() {
    Side same = new Side(Interval.ZERO, Interval.ONE, 0, 2);
    assertEquals(SIDE, same);
    assertEquals(SIDE.hashCode(), same.hashCode());
    assertNotEquals(SIDE, new Side(THIRD, Interval.ONE, 0, 2));
    assertNotEquals(SIDE, new Side(Interval.ZERO, THIRD, 0, 2));
    assertNotEquals(SIDE, new Side(Interval.ZERO, Interval.ONE, 1, 2));
    assertNotEquals(SIDE, new Side(Interval.ZERO, Interval.ONE, 0, 1));
  }

  /** A side may be one of several coordinates, with another density in each. */
  @Test
  void isMeasuredForEachCoordinateAndDensity() {
    SideDensities densities = densities("uniform(0, 1)", "beta(2, 1)");
    Side side = new Side(Interval.ZERO, Interval.of(0.5), 0, 0);
    SideMeasure first = side.measure(densities, 0);
    assertSame(first, side.measure(densities, 0));
    assertEquals(0.5, first.masses().get(0).toInterval().middle(), 1e-12);
    assertEquals(0.25, side.measure(densities, 1).masses().get(0).toInterval().middle(), 1e-12);
    SideDensities other = densities("beta(3, 1)");
    assertEquals(0.5, side.measure(densities, 0).masses().get(0).toInterval().middle(), 1e-12);
    assertEquals(0.125, side.measure(other, 0).masses().get(0).toInterval().middle(), 1e-12);
  }

  private static SideDensities densities(String... distributions) {
    return CellTestCase.problem(distributions).branches().get(0).densities();
  }
}
