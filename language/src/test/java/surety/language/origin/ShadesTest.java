package surety.language.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.origin.Origins.cell;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.display.Drawing;
import surety.language.display.Palette;
import surety.language.display.Svg;

class ShadesTest {
  private static Origin origin(double light) {
    return Origins.origin(cell(0.25, 0, 0.5), cell(light, 0.5, 1));
  }

  private static List<String> legend(Origin origin, double room) {
    Svg svg = new Svg(1000, 100);
    new Shades(origin, svg.palette()).legend(svg, 0, 50, room);
    return Drawing.of(svg.finished()).texts();
  }

  /** Of two boxes that are nearly alike, the lighter one is nearly as dark. */
  @ParameterizedTest
  @CsvSource({"0.24, 1", "0.17, 0.7", "0.125, 0.4", "0.075, 0.26", "0.025, 0.12", "2.4e-5, 0.12"})
  void theHeavierTheDarker(double light, double depth) {
    Origin origin = origin(light);
    Shades shades = new Shades(origin, Palette.DARK);
    assertEquals(Palette.DARK.shade(1), shades.of(origin.parts().get(0)));
    assertEquals(Palette.DARK.shade(depth), shades.of(origin.parts().get(1)));
  }

  /** A hundredth of the heaviest is in the middle between 1 and a ten thousandth. */
  @Test
  void ordersOfMagnitudeGoByTheLogarithm() {
    Origin origin =
        Origins.origin(cell(0.25, 0, 0.25), cell(0.0025, 0.25, 0.5), cell(0.000025, 0.5, 1));
    Shades shades = new Shades(origin, Palette.LIGHT);
    assertEquals(Palette.LIGHT.shade(0.4), shades.of(origin.parts().get(1)));
    assertEquals(Palette.LIGHT.shade(0.12), shades.of(origin.parts().get(2)));
  }

  @Test
  void theLegendSaysWhatShadesMean() {
    assertEquals(List.of("0", "50.0 % of it"), legend(origin(0.2), 900));
    assertEquals(List.of("0.2 %", "50.0 % of it, logarithmic"), legend(origin(0.001), 900));
    assertEquals(List.of("\u2264 0.004 %", "50.0 % of it, logarithmic"), legend(origin(2e-5), 900));
    assertEquals(List.of("0.2 %", "50.0 % of it"), legend(origin(0.001), 250));
    assertTrue(legend(Origins.origin(cell(0.5, 0, 1)), 900).isEmpty());
  }

  /** Wherever a share is written, it can be read. */
  @Test
  void wordsCanBeReadOnEachShade() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST)) {
      for (double depth : new double[] {0.12, 0.26, 0.4, 0.7, 1}) {
        String shade = palette.shade(depth);
        assertTrue(
            Palette.contrast(palette.wordsOn(shade), shade) >= 4.5, palette + " at " + depth);
      }
    }
  }
}
