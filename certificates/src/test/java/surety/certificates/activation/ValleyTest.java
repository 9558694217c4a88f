package surety.certificates.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;

class ValleyTest {
  private static final List<Activation> WITH =
      List.of(Activation.ERF_GATE, Activation.SILU, Activation.APPROXIMATE_GELU);

  @Test
  void theLeastValueIsThatOfTheLowestPoint() {
    for (Activation f : WITH) {
      Valley valley = f.valley().orElseThrow();
      double near = f.enclose(valley.from()).lower();
      assertTrue(valley.least() <= near && near - valley.least() < 1e-15, f::name);
      assertEquals(valley.least(), f.range().lower());
      assertEquals(valley.least(), f.enclose(Interval.of(-2, 3)).lower());
      assertEquals(valley.least(), f.enclose(Interval.of(-2, valley.from())).lower());
    }
  }

  @Test
  void isNotInIntervalsBesideIt() {
    for (Activation f : WITH) {
      Valley valley = f.valley().orElseThrow();
      double before = Math.nextDown(valley.from());
      double behind = Math.nextUp(valley.to());
      assertFalse(valley.meets(Interval.of(-5, before)));
      assertFalse(valley.meets(Interval.of(behind, 5)));
      assertEquals(f.enclose(before).lower(), f.enclose(Interval.of(-1.5, before)).lower(), 1e-15);
      assertEquals(f.enclose(behind).lower(), f.enclose(Interval.of(behind, 5)).lower());
    }
  }

  @Test
  void isProvenOrRefused() {
    Section line = new Section(-9, 9, Curvature.CONVEX);
    Section bent = new Section(-9, 9, Curvature.CONCAVE);
    assertEquals(-3, Valley.of(Activation.SQUARE, line, -1, 1).least()); // of its tangent at -1
    refused(Activation.SQUARE, line, 0, 1); // its slope is 0 there
    refused(Activation.SQUARE, line, 1, 2);
    refused(Activation.SQUARE, line, -2, -1);
    refused(Activation.SQUARE, bent, -1, 1);
    refused(Activation.EXP, line, -1, 1);
    Section middle = Activation.SILU.sections().get(2);
    refused(Activation.SILU, middle, -1.27, -1.26);
    refused(Activation.SILU, middle, -1.29, -1.28);
  }

  private static void refused(Activation f, Section section, double from, double to) {
    assertThrows(IllegalArgumentException.class, () -> Valley.of(f, section, from, to));
  }
}
