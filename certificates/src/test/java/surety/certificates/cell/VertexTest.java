package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class VertexTest {
  private static Vertex vertex(Interval... z) {
    return new Vertex(z);
  }

  /** 0.7 times 0.1 and 0.3 times 0.1 are rounded, but 0.1 is what their sum is. */
  @Test
  void coordinatesThatBothEndsHaveStayExact() {
    Vertex middle =
        vertex(Interval.of(0.1), Interval.ZERO)
            .between(vertex(Interval.of(0.1), Interval.of(0.1)), 0.3);
    assertEquals(Interval.of(0.1), middle.z(0));
    Rational exact = Rational.ofDouble(0.1).times(Rational.ofDouble(0.3));
    assertTrue(middle.z(1).contains(exact));
    assertFalse(middle.z(1).isPoint());
  }

  @Test
  void whatLiesBetweenIsCloserToTheFirstIfTheRatioIsSmall() {
    Vertex third = vertex(Interval.of(Rational.of(1, 3)));
    Interval between = third.between(vertex(Interval.of(2)), 0.25).z(0);
    assertTrue(between.contains(Rational.of(3, 4)));
    assertTrue(between.width() < 1e-15);
  }
}
