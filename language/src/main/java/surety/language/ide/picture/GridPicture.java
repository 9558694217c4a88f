package surety.language.ide.picture;

import java.util.List;
import surety.language.display.AxisScale;
import surety.language.display.HeatMap;
import surety.solver.BandPoint;

/** The joint cdf of two forms in shades; of three forms words say where to find it. */
final class GridPicture {
  private static final String SHADES = "; each shade is a tenth";

  private GridPicture() {}

  /**
   * Draws the panel.
   *
   * @param points at least one, of two forms or three
   * @param names of the forms
   * @return what is to be said of it below
   */
  static String draw(Canvas canvas, List<BandPoint> points, List<String> names) {
    if (names.size() > 2) {
      canvas.words("a picture shows two sums; surety cdf prints all points");
      return "";
    }
    HeatMap map = HeatMap.of(points);
    AxisScale across = map.axis(0, canvas.horizontal(0, 1).from(), canvas.horizontal(0, 1).to());
    AxisScale up = map.axis(1, canvas.vertical(0, 1).from(), canvas.vertical(0, 1).to());
    map.draw(canvas.svg(), across, up);
    canvas.frame(across, up, names.get(0), names.get(1), "");
    return SHADES;
  }
}
