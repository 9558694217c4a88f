package surety.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.cli.report.EstimateTables.Estimate;
import surety.language.display.Palette;
import surety.solver.estimate.EstimateTable;
import surety.solver.estimate.EstimateTable.Way;

class EstimateTablesTest {
  private static final Enclosure BOUNDS = Enclosure.of(Interval.of(0.25, 0.5));

  private static boolean isOutside(double value, double scale, Enclosure bounds) {
    return Estimate.of(value, scale, bounds).isOutside();
  }

  @Test
  void isOutsideOnEitherSide() {
    assertTrue(isOutside(0.2499, 0, BOUNDS));
    assertFalse(isOutside(0.25, 0, BOUNDS));
    assertFalse(isOutside(0.5, 0, BOUNDS));
    assertTrue(isOutside(0.5001, 0, BOUNDS));
  }

  /** What was rounded a little is not proven wrong. */
  @Test
  void roundingIsNotOutside() {
    assertFalse(isOutside(Math.nextDown(0.25), 0, BOUNDS));
    assertFalse(isOutside(Math.nextUp(0.5), 0, BOUNDS));
    assertFalse(isOutside(1e-15, 1, Enclosure.ZERO));
    assertTrue(isOutside(1e-15, 0, Enclosure.ZERO));
    assertTrue(isOutside(1e-15, Double.NaN, Enclosure.ZERO));
    assertTrue(isOutside(0, 0, Enclosure.of(Interval.of(1e-20, 2e-20))));
  }

  @Test
  void whatIsNoNumberIsNotOutside() {
    assertFalse(isOutside(Double.NaN, 1, BOUNDS));
    assertFalse(isOutside(Double.POSITIVE_INFINITY, 1, BOUNDS));
    assertFalse(Estimate.of(Double.NaN, 1, BOUNDS).isThere());
    assertFalse(isOutside(1e300, 1, Enclosure.WHOLE));
    assertTrue(isOutside(-1, 1, new Enclosure(Bound.ZERO, Bound.INFINITY)));
  }

  @Test
  void picturesAreForAnyGround() {
    EstimateCurve curve =
        new EstimateCurve(
            "a < b",
            List.of(0.0, 1.0),
            List.of(Enclosure.ZERO, BOUNDS),
            Map.of(Way.LINEAR, List.of(0.0, 0.75)),
            Optional.empty());
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST)) {
      String svg = EstimatePicture.draw("t & more", List.of(curve), palette);
      assertTrue(svg.contains("fill=\"" + palette.background() + "\""), svg);
      assertTrue(svg.contains("fill=\"" + palette.proven() + "\""), svg);
      assertTrue(svg.contains("t &amp; more"), svg);
      assertTrue(svg.contains("a &lt; b"), svg);
      assertTrue(svg.contains("linear, estimate"), svg);
      assertFalse(svg.contains("matching"), svg);
      for (String colour : List.of("#d95f02", "#1b9e77", "#7570b3")) {
        assertTrue(Palette.contrast(colour, palette.background()) >= 3, colour);
      }
    }
    assertEquals(
        "off by at most 0.25, with confidence 99 %, no proof",
        EstimateCurve.words(new EstimateTable.Band(0.25, 0.99, 10)));
  }
}
