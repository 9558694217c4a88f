package surety.language.ide.picture;

import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.List;
import surety.language.display.AxisScale;
import surety.solver.BandPoint;

/**
 * The band of a cdf, with the limits that properties set to it. Where the bounds are closer than a
 * line is wide, they show as a line.
 */
final class BandPicture {
  private final Canvas canvas;
  private final List<BandPoint> points;
  private final AxisScale across;
  private final AxisScale up;

  private BandPicture(Canvas canvas, List<BandPoint> points) {
    this.canvas = canvas;
    this.points = points;
    double least = points.get(0).t();
    double greatest = points.get(points.size() - 1).t();
    // Of one point, and of points that are as good as one, a vertical line in the middle.
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    double room = greatest / 2 - least / 2 > 1e-12 * size ? 0 : Math.max(1e-3, 0.1 * size);
    this.across = canvas.horizontal(least - room, greatest + room);
    this.up = canvas.vertical(0, 1);
  }

  /**
   * Draws the panel.
   *
   * @param points at least one, in ascending order
   * @param holds whether the bounds are those of what is asked now
   * @param marks those outside of the points' range are left out
   */
  static void draw(Canvas canvas, List<BandPoint> points, boolean holds, List<LimitMark> marks) {
    BandPicture picture = new BandPicture(canvas, points);
    canvas.frame(picture.across, picture.up, "t", "probability of at most t");
    picture.band(holds);
    marks.forEach(picture::mark);
  }

  private void band(boolean holds) {
    List<String> corners = new ArrayList<>();
    for (BandPoint point : points) {
      corners.add(at(point.t(), Math.min(1, point.upper().doubleCeiling())));
    }
    for (int k = points.size() - 1; k >= 0; k--) {
      corners.add(at(points.get(k).t(), Math.max(0, points.get(k).lower().doubleFloor())));
    }
    canvas
        .svg()
        .line(
            "<polygon points=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.2\"%s/>",
            String.join(" ", corners),
            holds ? Canvas.PROVEN : "none",
            Canvas.BORDER,
            holds ? "" : Canvas.DASHED);
  }

  private String at(double t, double probability) {
    return text(across.place(t)) + "," + text(up.place(probability));
  }

  /** A wall where the cdf must not be. */
  private void mark(LimitMark mark) {
    if (mark.t() < across.least() || mark.t() > across.greatest()) {
      return;
    }
    double x = across.place(mark.t());
    double foot = up.place(mark.from());
    double head = up.place(mark.to());
    canvas
        .svg()
        .line(
            "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"3\"/>",
            text(x), text(foot), text(head), Canvas.LIMIT);
    canvas
        .svg()
        .line(
            "<path d=\"M%s %sh12\" stroke=\"%s\" stroke-width=\"3\"/>",
            text(x - 6), text(up.place(mark.edge())), Canvas.LIMIT);
    canvas.label(x, (foot + head) / 2, mark.label(), Canvas.LIMIT);
  }
}
