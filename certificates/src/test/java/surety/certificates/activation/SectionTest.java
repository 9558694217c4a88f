package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SectionTest {

  @Test
  void containsItsEnds() {
    Section section = new Section(-1, 2, Curvature.CONVEX);
    assertTrue(section.contains(-1));
    assertTrue(section.contains(2));
    assertFalse(section.contains(Math.nextDown(-1.0)));
    assertFalse(section.contains(Math.nextUp(2.0)));
    assertFalse(section.contains(Double.NaN));
  }

  @Test
  void mayBeUnbounded() {
    Section line =
        new Section(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Curvature.LINEAR);
    assertTrue(line.contains(-Double.MAX_VALUE));
  }

  @Test
  void isNeverEmpty() {
    for (double[] ends :
        new double[][] {{1, 1}, {2, 1}, {Double.NaN, 1}, {1, Double.NaN}, {0.0, -0.0}}) {
      assertThrows(
          IllegalArgumentException.class, () -> new Section(ends[0], ends[1], Curvature.LINEAR));
    }
  }

  @Test
  void onlyWhatMayBendEitherWayHasABend() {
    assertEquals(2, new Section(0, 1, Curvature.EITHER, 2).bend());
    assertEquals(0, new Section(0, 1, Curvature.CONVEX).bend());
    for (double bend : new double[] {0, -1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new Section(0, 1, Curvature.EITHER, bend));
    }
    assertThrows(IllegalArgumentException.class, () -> new Section(0, 1, Curvature.EITHER));
    assertThrows(IllegalArgumentException.class, () -> new Section(0, 1, Curvature.CONVEX, 1));
  }
}
