package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;

class KnotsTest {
  private static final MonotoneFunction TANH = ActivationPart.of(Activation.TANH);

  @Test
  void coverTheRangeWithFloatsWithoutGaps() throws BoundingException {
    for (Interval range : Samples.ranges(new SplittableRandom(51))) {
      for (int count : new int[] {1, 7, 24, 1024}) {
        Segments segments = Segments.of(count);
        Knots knots = Knots.of(TANH, range, segments);
        assertTrue(knots.at(knots.lower()) <= range.lower());
        assertTrue(knots.at(knots.upper()) >= range.upper());
        long at = knots.lower();
        for (Stretch stretch : knots.stretches()) {
          for (long end : stretch.ends(segments.level() + 1)) {
            assertTrue(end >= at);
            assertTrue(Floats.isFloat(knots.at(end)));
            at = end;
          }
        }
        assertEquals(knots.upper(), at);
      }
    }
  }

  @Test
  void coverAnEndThatIsNothingOnTheGrid() throws BoundingException {
    Interval range = Interval.of(-Double.MIN_VALUE, 0x1p90);
    assertTrue(Knots.of(TANH, range, Segments.of(1024)).lower() < 0);
    assertTrue(Knots.of(TANH, range.negate(), Segments.of(1024)).upper() > 0);
  }

  @Test
  void widenTheRangeByLittle() throws BoundingException {
    Knots knots = Knots.of(TANH, Interval.of(-1.2345, 3.21), Segments.of(10));
    assertEquals(-1.2345, knots.at(knots.lower()), 1e-3);
    assertEquals(3.21, knots.at(knots.upper()), 1e-3);
  }

  @Test
  void segmentsAreAsManyAsAsked() throws BoundingException {
    for (int count : new int[] {1, 2, 3, 10, 96, 1000}) {
      Segments segments = Segments.of(count);
      assertEquals(count, segments.base() << segments.level());
      assertTrue(segments.base() % 2 == 1 && segments.level() <= segments.deepest());
      Knots knots = Knots.of(TANH, Interval.of(-4, 4), segments);
      assertEquals(2 * count - 1, knots.inner(segments.level()).length);
    }
  }

  @Test
  void mirroringTwiceChangesNothing() throws BoundingException {
    Knots knots = Knots.of(TANH, Interval.of(-1.5, 4), Segments.of(3));
    Knots twice = knots.mirrored().mirrored();
    assertEquals(knots.lower(), twice.lower());
    assertEquals(knots.upper(), twice.upper());
    assertEquals(knots.stretches().size(), twice.stretches().size());
    for (int i = 0; i < knots.stretches().size(); i++) {
      Stretch expected = knots.stretches().get(i);
      Stretch actual = twice.stretches().get(i);
      assertEquals(expected.curvature(), actual.curvature());
      assertArrayEquals(expected.ends(), actual.ends());
    }
  }
}
