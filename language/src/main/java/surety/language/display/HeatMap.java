package surety.language.display;

import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import surety.solver.BandPoint;

/**
 * The joint cdf of two forms in shades. Around each point of the grid, up to halfway to its
 * neighbours, is the shade of the middle between its bounds, in ten steps, so that where shades
 * meet there is a line of equal probability. As in any picture, what is shown is rounded.
 */
public final class HeatMap {
  private static final int STEPS = 10;
  private static final double SWATCH = 40;

  private final List<BandPoint> points;

  /** Of both forms the thresholds, ascending. */
  private final List<List<Double>> thresholds = new ArrayList<>();

  private HeatMap(List<BandPoint> points) {
    this.points = points;
    for (int form = 0; form < 2; form++) {
      TreeSet<Double> sorted = new TreeSet<>();
      for (BandPoint point : points) {
        sorted.add(point.at().get(form));
      }
      thresholds.add(new ArrayList<>(sorted));
    }
  }

  /** Of the points of a grid of two forms, at least one. */
  public static HeatMap of(List<BandPoint> points) {
    return new HeatMap(List.copyOf(points));
  }

  /** The axis of a form, with some room around a single threshold. */
  public AxisScale axis(int form, double from, double to) {
    List<Double> own = thresholds.get(form);
    double least = own.get(0);
    double greatest = own.get(own.size() - 1);
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    double room = greatest / 2 - least / 2 > 1e-12 * size ? 0 : Math.max(1e-3, 0.1 * size);
    return new AxisScale(least - room, greatest + room, from, to);
  }

  /** Draws the shades into a panel. */
  public void draw(Svg svg, AxisScale across, AxisScale up) {
    svg.line("<g shape-rendering=\"crispEdges\">"); // else pale lines are left between shades
    for (BandPoint point : points) {
      double left = edge(across, 0, point, -1);
      double right = edge(across, 0, point, 1);
      double bottom = edge(up, 1, point, -1);
      double top = edge(up, 1, point, 1);
      svg.line(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
          text(left),
          text(top),
          text(right - left),
          text(bottom - top),
          shade(svg.palette(), step(point)));
    }
    svg.line("</g>");
  }

  /** Halfway to the neighbour before or behind a point, or the axis' end. */
  private double edge(AxisScale axis, int form, BandPoint point, int side) {
    List<Double> own = thresholds.get(form);
    double t = point.at().get(form);
    int neighbour = own.indexOf(t) + side;
    if (neighbour < 0) {
      return axis.from();
    }
    return neighbour == own.size() ? axis.to() : axis.place(own.get(neighbour) / 2 + t / 2);
  }

  private static int step(BandPoint point) {
    double lower = Math.max(0, point.lower().doubleFloor());
    double upper = Math.min(1, point.upper().doubleCeiling());
    return (int) Math.min(STEPS - 1, Math.max(0, Math.floor((lower + upper) / 2 * STEPS)));
  }

  private static String shade(Palette palette, int step) {
    return palette.shade((double) step / (STEPS - 1));
  }

  /** What the shades mean. */
  public static void legend(Svg svg, double x, double y) {
    for (int step = 0; step < STEPS; step++) {
      double left = x + step * SWATCH;
      svg.line(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"10\" fill=\"%s\" stroke=\"%s\"/>",
          text(left), text(y - 10), text(SWATCH), shade(svg.palette(), step), svg.palette().grid());
      svg.line(
          "<text x=\"%s\" y=\"%s\" font-size=\"11\" text-anchor=\"middle\">%s</text>",
          text(left), text(y + 12), step == 0 ? "0" : "0." + step);
    }
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"11\" text-anchor=\"middle\">1</text>",
        text(x + STEPS * SWATCH), text(y + 12));
  }
}
