package surety.cli.report;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Marginal;
import surety.certificates.region.RationalPoint;
import surety.certificates.statement.Law;
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
            report.rows().stream().mapToDouble(row -> row.probability().middle()).max().orElse(1));
  }

  /** The text of the picture. */
  public static String draw(RegionReport report) {
    return new RegionPicture(report).draw();
  }

  /** From the least to the greatest value that an input has in the bulk of any branch. */
  private static AxisScale scale(RegionReport report, int input, double from, double to) {
    Law law = report.setting().law();
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int b = 0; b < law.branches().size(); b++) {
      double[] ends = ends(law.branches().get(b), report.inputs().maps().get(b).get(input));
      least = Math.min(least, ends[0]);
      greatest = Math.max(greatest, ends[1]);
    }
    double room = least < greatest ? 0 : 0.5; // a single value has room on both sides
    return new AxisScale(least - room, greatest + room, from, to);
  }

  private static double[] ends(Law.Branch branch, Law.InputMap map) {
    double constant = nearest(map.constant());
    double[] ends = {constant, constant};
    for (Law.Term term : map.terms()) {
      Axis axis =
          new Axis(Marginal.ofMixture(branch.distributions(term.coordinate()), branch.weights()));
      double factor = nearest(term.coefficient());
      double[] bulk = axis.bulk();
      double one = factor * axis.toInput(bulk[0]);
      double other = factor * axis.toInput(bulk[1]);
      ends[0] += Math.min(one, other);
      ends[1] += Math.max(one, other);
    }
    return ends;
  }

  private String draw() {
    svg.line(
        "<text x=\"%s\" y=\"28\" font-size=\"16\">%s</text>",
        text(LEFT), escaped(report.rows().size() + " " + report.title()));
    svg.line(
        "<clipPath id=\"view\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>",
        text(LEFT), text(TOP), text(SIZE), text(SIZE));
    svg.line("<g clip-path=\"url(#view)\" stroke=\"white\" stroke-width=\"0.6\">");
    for (RegionRow row : report.rows()) {
      row.pieces().forEach(piece -> draw(row, piece));
    }
    svg.line("</g>");
    List<String> names = report.setting().randomNames();
    new Frame(horizontal, vertical, false).draw(svg, names.get(0), names.get(1));
    legend();
    return svg.finished();
  }

  /** What a piece looks like in the inputs: a polygon, or a line or a point. */
  private void draw(RegionRow row, RegionRow.Piece piece) {
    List<double[]> corners = new ArrayList<>();
    for (RationalPoint vertex : piece.region().polytope().vertices()) {
      corners.add(
          report.inputs().at(piece.branch(), vertex.coordinates()).stream()
              .mapToDouble(RegionPicture::nearest)
              .toArray());
    }
    int dimension = piece.region().polytope().dimension();
    StringBuilder points = new StringBuilder();
    for (double[] corner : dimension > 2 ? hull(corners) : around(corners)) {
      points.append(points.isEmpty() ? "" : " ");
      points.append(text(horizontal.place(corner[0]))).append(',');
      points.append(text(vertical.place(corner[1])));
    }
    String colour = colours.of(row.probability().middle());
    svg.line(
        "<polygon points=\"%s\" fill=\"%s\"%s><title>%s</title></polygon>",
        points,
        colour,
        dimension >= 2
            ? ""
            : " stroke=\"" + colour + "\" stroke-width=\"4\" stroke-linecap=\"round\"",
        "probability between %s and %s, pattern %s"
            .formatted(
                Decimals.text(RegionReport.lower(row.probability())),
                Decimals.text(RegionReport.upper(row.probability())),
                row.pattern()));
  }

  /** The corners in their order around the middle. */
  private static List<double[]> around(List<double[]> corners) {
    double middleX = corners.stream().mapToDouble(c -> c[0] / corners.size()).sum();
    double middleY = corners.stream().mapToDouble(c -> c[1] / corners.size()).sum();
    return corners.stream()
        .sorted(Comparator.comparingDouble(c -> Math.atan2(c[1] - middleY, c[0] - middleX)))
        .toList();
  }

  /** Those points that are corners of the convex hull, in their order (Andrew, 1979). */
  private static List<double[]> hull(List<double[]> points) {
    List<double[]> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparingDouble((double[] p) -> p[0]).thenComparingDouble(p -> p[1]));
    List<double[]> hull = chain(sorted);
    Collections.reverse(sorted);
    hull.addAll(chain(sorted));
    return hull;
  }

  /** One side of the hull, without its last point. */
  private static List<double[]> chain(List<double[]> sorted) {
    List<double[]> chain = new ArrayList<>();
    for (double[] p : sorted) {
      while (chain.size() > 1
          && turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), p) <= 0) {
        chain.remove(chain.size() - 1);
      }
      chain.add(p);
    }
    chain.remove(chain.size() - 1);
    return chain;
  }

  private static double turn(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
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
