package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.solver.BandPoint;

class HeatMapTest {
  private static final Pattern SHADE =
      Pattern.compile(
          "<rect x=\"(.*?)\" y=\"(.*?)\" width=\"(.*?)\" height=\"(.*?)\" fill=\"(.*?)\"/>");

  private static BandPoint point(double s, double t, double lower, double upper) {
    return new BandPoint(List.of(s, t), Bound.of(lower), Bound.of(upper));
  }

  private record Shade(double left, double top, double width, double height, String fill) {}

  private static List<Shade> draw(List<BandPoint> points, Palette palette) {
    Svg svg = new Svg(400, 300, palette);
    HeatMap map = HeatMap.of(points);
    map.draw(svg, map.axis(0, 100, 300), map.axis(1, 200, 50));
    Matcher matcher = SHADE.matcher(svg.finished());
    List<Shade> shades = new ArrayList<>();
    while (matcher.find()) {
      shades.add(
          new Shade(
              Double.parseDouble(matcher.group(1)),
              Double.parseDouble(matcher.group(2)),
              Double.parseDouble(matcher.group(3)),
              Double.parseDouble(matcher.group(4)),
              matcher.group(5)));
    }
    return shades;
  }

  private static final List<BandPoint> GRID =
      List.of(
          point(0, -1, 0, 0),
          point(0, 1, 0, 0.1),
          point(1, -1, 0.2, 0.3),
          point(1, 1, 0.5, 0.5),
          point(3, -1, 0.4, 0.7),
          point(3, 1, 1, 1));

  @Test
  void shadesReachHalfwayToNeighboursAndFillThePanel() {
    List<Shade> shades = draw(GRID, Palette.LIGHT);
    assertEquals(6, shades.size());
    double area = 0;
    for (Shade shade : shades) {
      area += shade.width() * shade.height();
    }
    assertEquals(200 * 150, area, 1);
    assertEquals(100, shades.get(0).left(), 0.01);
    assertEquals(100 + 200.0 / 6, shades.get(2).left(), 0.01);
    assertEquals(200 - 75, shades.get(0).top(), 0.01); // lower half: t is -1
    assertEquals(50, shades.get(1).top(), 0.01);
  }

  @Test
  void theShadeIsThatOfTheMiddle() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST)) {
      List<Shade> shades = draw(GRID, palette);
      assertEquals(palette.background(), shades.get(0).fill());
      assertEquals(palette.background(), shades.get(1).fill());
      assertEquals(palette.border(), shades.get(5).fill());
      assertEquals(shades.get(3).fill(), shades.get(4).fill()); // 0.5 and 0.55
      assertTrue(!shades.get(2).fill().equals(shades.get(3).fill()));
    }
  }

  @Test
  void aSinglePointFillsThePanel() {
    List<Shade> shades = draw(List.of(point(7, 0, 0, 1)), Palette.LIGHT);
    assertEquals(1, shades.size());
    assertEquals(200, shades.get(0).width(), 0.01);
    assertEquals(150, shades.get(0).height(), 0.01);
  }

  @Test
  void theLegendNamesAllSteps() {
    Svg svg = new Svg(500, 50);
    HeatMap.legend(svg, 10, 20);
    assertTrue(svg.finished().contains(">0</text>"));
    for (int step = 1; step < 10; step++) {
      assertTrue(svg.finished().contains(">0." + step + "</text>"));
    }
    assertTrue(svg.finished().contains(">1</text>"));
  }
}
