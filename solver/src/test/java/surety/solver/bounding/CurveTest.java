package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.arithmetic.Interval;

/** What {@link UpperPolyline}'s proof takes for granted of the grid. */
class CurveTest {
  static Stream<MonotoneFunction> functions() {
    return Samples.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void enclosuresAreNarrowOnTheGrid(MonotoneFunction function) throws BoundingException {
    for (Interval range : Samples.ranges(new SplittableRandom(61))) {
      Curve curve = Curve.of(function, Knots.of(function, range, Segments.of(12)));
      Curve mirror = curve.mirror();
      for (Stretch stretch : curve.knots().stretches()) {
        for (long knot : stretch.ends(3)) {
          // both rounded to whole units, outward: the enclosure is at most three units wide
          long width = curve.valueAbove(knot) + mirror.valueAbove(-knot);
          assertTrue(width <= 3, () -> function.name() + " on " + range + ": " + width);
          if (!stretch.isGap()) {
            long above = curve.slopeAbove(stretch.section(), knot);
            assertTrue(above - curve.slopeBelow(stretch.section(), knot) <= 2);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void valuesAndSlopesFitTheirTypes(MonotoneFunction function) throws BoundingException {
    for (Interval range : Samples.ranges(new SplittableRandom(62))) {
      Segments segments = Segments.of(1);
      Curve curve = Curve.of(function, Knots.of(function, range, segments));
      long lower = curve.knots().lower();
      long upper = curve.knots().upper();
      assertTrue(Math.abs(lower) <= 1 << 24 && Math.abs(upper) <= 1 << 24);
      for (long knot : new long[] {lower, upper}) {
        assertTrue(Math.abs(curve.valueAbove(knot)) <= 1L << 48);
      }
      for (Stretch stretch : curve.knots().stretches()) {
        assertTrue(
            stretch.isGap()
                || curve.slopeAbove(stretch.section(), stretch.from()) <= (1 << 22) + 1);
      }
      assertTrue(curve.margin(segments) < 1L << 31);
      assertEquals(1, Long.bitCount(curve.constantStep()));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void marginsShrinkWhenSegmentsDouble(MonotoneFunction function) throws BoundingException {
    Knots knots = Knots.of(function, Interval.of(-3, 4), Segments.of(1));
    Curve curve = Curve.of(function, knots);
    long before = Long.MAX_VALUE;
    boolean isFixed = knots.stretches().stream().allMatch(Stretch::isFixed);
    for (int segments = 1; segments <= 1024 && !isFixed; segments *= 2) {
      long margin = curve.margin(Segments.of(segments));
      assertTrue(margin < before);
      before = margin;
    }
    assertEquals(0, isFixed ? curve.margin(Segments.of(1)) : before);
  }
}
