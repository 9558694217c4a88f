package surety.cli.report;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Marginal;
import surety.certificates.region.RationalPoint;
import surety.certificates.region.Region;
import surety.certificates.statement.RandomInput;
import surety.language.display.AxisScale;
import surety.language.display.Decimals;
import surety.language.display.Frame;
import surety.language.display.Svg;
import surety.solver.domain.Axis;

/**
 * The regions of two random inputs as an SVG picture, coloured by their probability. Coordinates
 * are rounded, as in any picture. Of an unbounded input the part is shown that has nearly all of
 * the probability.
 */
public final class RegionPicture {
  private static final double LEFT = 70;
  private static final double TOP = 50;
  private static final double SIZE = 480;
  private static final double LEGEND = LEFT + SIZE + 30;

  private final RegionReport report;
  private final AxisScale horizontal;
  private final AxisScale vertical;
  private final ProbabilityColours colours;
  private final Svg svg = new Svg(LEGEND + 110, TOP + SIZE + 60);

  private RegionPicture(RegionReport report) {
    this.report = report;
    this.horizontal = scale(report, 0, LEFT, LEFT + SIZE);
    this.vertical = scale(report, 1, TOP + SIZE, TOP);
    this.colours =
        new ProbabilityColours(
            report.result().regions().stream()
                .mapToDouble(r -> r.probability().middle())
                .max()
                .orElse(1));
  }

  /** The text of the picture. */
  public static String draw(RegionReport report) {
    return new RegionPicture(report).draw();
  }

  private static AxisScale scale(RegionReport report, int q, double from, double to) {
    RandomInput input = report.setting().regions().orElseThrow().random().get(q);
    Axis axis = new Axis(Marginal.of(input.distribution()));
    double[] ends = axis.bulk();
    return new AxisScale(axis.toInput(ends[0]), axis.toInput(ends[1]), from, to);
  }

  private String draw() {
    svg.line(
        "<text x=\"%s\" y=\"28\" font-size=\"16\">%s</text>",
        text(LEFT), escaped(report.result().regions().size() + " " + report.title()));
    svg.line(
        "<clipPath id=\"view\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>",
        text(LEFT), text(TOP), text(SIZE), text(SIZE));
    svg.line("<g clip-path=\"url(#view)\" stroke=\"white\" stroke-width=\"0.6\">");
    report.regions().forEach(this::region);
    svg.line("</g>");
    List<String> names = report.setting().randomNames();
    new Frame(horizontal, vertical, false).draw(svg, names.get(0), names.get(1));
    legend();
    return svg.finished();
  }

  private void region(Region region) {
    StringBuilder points = new StringBuilder();
    for (double[] corner : around(region.polytope().vertices())) {
      points.append(points.isEmpty() ? "" : " ");
      points.append(text(horizontal.place(corner[0]))).append(',');
      points.append(text(vertical.place(corner[1])));
    }
    svg.line(
        "<polygon points=\"%s\" fill=\"%s\"><title>%s</title></polygon>",
        points,
        colours.of(region.probability().middle()),
        "probability between %s and %s, pattern %s"
            .formatted(
                Decimals.text(RegionReport.lower(region.probability())),
                Decimals.text(RegionReport.upper(region.probability())),
                region.pattern()));
  }

  /** The corners in their order around the middle. */
  private static List<double[]> around(List<RationalPoint> vertices) {
    List<double[]> corners = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (RationalPoint vertex : vertices) {
      double[] corner = {nearest(vertex.coordinate(0)), nearest(vertex.coordinate(1))};
      corners.add(corner);
      x += corner[0] / vertices.size();
      y += corner[1] / vertices.size();
    }
    double middleX = x;
    double middleY = y;
    corners.sort(Comparator.comparingDouble(c -> Math.atan2(c[1] - middleY, c[0] - middleX)));
    return corners;
  }

  private static double nearest(Rational value) {
    return Decimals.nearest17(value).doubleValue();
  }

  private void legend() {
    svg.line("<text x=\"%s\" y=\"%s\">probability</text>", text(LEGEND), text(TOP + 10));
    double top = TOP + 25;
    double height = SIZE / 2;
    int steps = 60;
    for (int k = 0; k < steps; k++) {
      svg.line(
          "<rect x=\"%s\" y=\"%s\" width=\"20\" height=\"%s\" fill=\"%s\"/>",
          text(LEGEND),
          text(top + height * k / steps),
          text(height / steps + 0.5),
          colours.at(1 - (k + 0.5) / steps));
    }
    for (int decade = 0; decade <= ProbabilityColours.DECADES; decade++) {
      double y = top + height * decade / ProbabilityColours.DECADES;
      svg.line(
          "<text x=\"%s\" y=\"%s\">%s</text>",
          text(LEGEND + 28), text(y + 4), colours.label(decade));
    }
  }
}
