package surety.language.ide.picture;

import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.language.display.AxisScale;
import surety.language.display.CdfOutline;
import surety.solver.BandPoint;

/**
 * The band of a cdf, in steps, with the limits that properties set to it. One that is outside of
 * the picture is named at the edge behind which it is. Where the bounds are closer than a line is
 * wide, they show as a line.
 */
final class BandPicture {
  private static final int MANY = 500;

  /** Of more points, those that are closer in pixels are drawn as one. */
  private static final double FINEST = 0.4;

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
   * @param estimates dashed, over the band
   * @return how many limits there was no room to name
   */
  static int draw(
      Canvas canvas,
      List<BandPoint> points,
      boolean holds,
      List<EstimatedCdf> estimates,
      List<LimitMark> marks) {
    BandPicture picture = new BandPicture(canvas, points);
    canvas.frame(picture.across, picture.up, "t", "probability of at most t", "cdf");
    picture.band(holds);
    estimates.forEach(picture::line);
    return picture.walls(marks);
  }

  private void band(boolean holds) {
    CdfOutline outline = new CdfOutline(across::place, up::place);
    for (int k : places()) {
      BandPoint point = points.get(k);
      double lower = Math.max(0, point.lower().doubleFloor());
      outline.add(point.t(), lower, Math.min(1, point.upper().doubleCeiling()));
    }
    canvas
        .svg()
        .line(
            "<polygon points=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.2\"%s/>",
            outline.corners(),
            holds ? canvas.palette().proven() : "none",
            canvas.palette().border(),
            holds ? "" : Canvas.DASHED);
  }

  private void line(EstimatedCdf estimate) {
    List<String> corners = new ArrayList<>();
    for (int k : places()) {
      corners.add(at(points.get(k).t(), estimate.probabilities().get(k)));
    }
    canvas
        .svg()
        .line(
            "<polyline points=\"%s\" fill=\"none\" %s/>",
            String.join(" ", corners), estimate.stroke().attributes());
  }

  /** Of very many points those that a picture of this size tells apart, with both ends. */
  private List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < points.size(); k++) {
      double x = across.place(points.get(k).t());
      if (points.size() <= MANY || x - last >= FINEST || k == points.size() - 1) {
        places.add(k);
        last = x;
      }
    }
    return places;
  }

  private String at(double t, double probability) {
    return text(across.place(t)) + "," + text(up.place(probability));
  }

  private boolean isInside(LimitMark mark) {
    return mark.t() >= across.least() && mark.t() <= across.greatest();
  }

  /** All walls before all names, so that no wall is drawn over a name. */
  private int walls(List<LimitMark> marks) {
    marks.stream().filter(this::isInside).forEach(this::wall);
    LabelLayout layout = new LabelLayout(canvas, marks.stream().map(this::place).toList());
    int unnamed = 0;
    for (LimitMark mark : marks) {
      String words = isInside(mark) ? mark.label() : mark.labelWithPlace();
      Optional<Label> label = layout.place(place(mark), words);
      label.ifPresent(l -> name(mark, l));
      unnamed += label.isPresent() ? 0 : 1;
    }
    return unnamed;
  }

  private Wall place(LimitMark mark) {
    boolean isInside = isInside(mark);
    double t = Math.max(across.least(), Math.min(across.greatest(), mark.t()));
    double edge = isInside ? 0 : mark.t() < t ? Wall.ARROW : -Wall.ARROW;
    return new Wall(across.place(t) + edge, up.place(mark.to()), up.place(mark.from()), isInside);
  }

  private void name(LimitMark mark, Label label) {
    String colour = mark.standing().colour(canvas.palette());
    canvas.label(label, colour);
    if (!isInside(mark)) {
      boolean isLeft = mark.t() < across.least();
      canvas
          .svg()
          .line(
              "<path d=\"M%s %sl%s -5v10z\" fill=\"%s\"/>",
              text(isLeft ? across.from() + 2 : across.to() - 2),
              text(label.y() - 4),
              isLeft ? "9" : "-9",
              colour);
    }
  }

  /** A wall where the cdf must not be. */
  private void wall(LimitMark mark) {
    Wall wall = place(mark);
    String colour = mark.standing().colour(canvas.palette());
    String dashes = mark.standing().dashes();
    canvas
        .svg()
        .line(
            "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>",
            text(wall.x()),
            text(wall.bottom()),
            text(wall.top()),
            colour,
            text(Wall.THICKNESS),
            dashes);
    canvas
        .svg()
        .line(
            "<path d=\"M%s %sh%s\" stroke=\"%s\" stroke-width=\"%s\"/>",
            text(wall.x() - Wall.REACH),
            text(up.place(mark.edge())),
            text(2 * Wall.REACH),
            colour,
            text(Wall.THICKNESS));
  }
}
