package surety.report;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.language.display.AxisScale;
import surety.language.display.BoundsText;
import surety.language.display.CdfOutline;
import surety.language.display.Frame;
import surety.language.display.Svg;
import surety.solver.BandPoint;
import surety.solver.bounding.CdfComparison;

/**
 * A band of a cdf as an SVG picture, and beside it estimated cdfs to compare it with. Coordinates
 * are rounded, as in any picture; where the guaranteed bounds are closer than a line is wide, they
 * show as a line.
 */
public final class CdfPicture {
  private static final double LEFT = 70;
  private static final double TOP = 60;
  private static final double WIDTH = 640;
  private static final double HEIGHT = 360;
  private static final double LEGEND = 22;
  private static final String[] COLOURS = {"#d95f02", "#1b9e77", "#7570b3", "#e7298a", "#66a61e"};

  private static final double DIFFERENCES = TOP + HEIGHT + 70;
  private static final double LOW = 160;

  private final Outcome outcome;
  private final List<CdfComparison.Difference> comparisons;
  private final AxisScale horizontal;
  private final AxisScale vertical = new AxisScale(0, 1, TOP + HEIGHT, TOP);
  private final Svg svg;
  private final Optional<DensityPanel> density;

  private CdfPicture(
      Outcome outcome, List<CdfComparison.Difference> comparisons, boolean hasDensity) {
    this.outcome = outcome;
    this.density = hasDensity ? Optional.of(new DensityPanel(outcome.points())) : Optional.empty();
    this.comparisons = comparisons;
    double least = outcome.points().get(0).t();
    double greatest = outcome.points().get(outcome.points().size() - 1).t();
    double room = greatest > least ? 0 : Math.max(1e-3, Math.abs(least) * 0.1);
    int lines = comparisons.size() + (hasDensity ? 2 : 1);
    this.svg = new Svg(LEFT + WIDTH + 30, foot() + 30 + LEGEND * lines);
    this.horizontal = new AxisScale(least - room, greatest + room, LEFT, LEFT + WIDTH);
  }

  /**
   * The text of the picture.
   *
   * @param outcome of a cdf query that was answered
   * @param hasDensity whether the histogram is drawn below
   */
  public static String draw(
      Outcome outcome, List<CdfComparison.Difference> comparisons, boolean hasDensity) {
    return new CdfPicture(outcome, comparisons, hasDensity).draw();
  }

  private String draw() {
    svg.line(
        "<text x=\"%s\" y=\"32\" font-size=\"16\">%s</text>",
        text(LEFT), escaped(outcome.obligation().text()));
    new Frame(horizontal, vertical, true).draw(svg, "t", "probability of at most t");
    band();
    if (!comparisons.isEmpty()) {
      differences();
    }
    density.ifPresent(panel -> panel.draw(svg, horizontal, foot() - LOW - 45, foot() - 45));
    legend();
    return svg.finished();
  }

  private void band() {
    CdfOutline outline = new CdfOutline(horizontal::place, vertical::place);
    outcome
        .points()
        .forEach(
            point ->
                outline.add(point.t(), point.lower().doubleFloor(), point.upper().doubleCeiling()));
    polygon(outline.corners());
  }

  /** The second panel: what is too near together for the first. */
  private void differences() {
    double widest = outcome.gap().doubleCeiling() / 2;
    for (CdfComparison.Difference comparison : comparisons) {
      for (int k = 0; k < comparison.above().size(); k++) {
        widest = Math.max(widest, comparison.above().get(k));
        widest = Math.max(widest, -comparison.below().get(k));
      }
    }
    double room = Math.max(1e-12, 1.1 * widest);
    AxisScale scale = new AxisScale(-room, room, DIFFERENCES + LOW, DIFFERENCES);
    new Frame(horizontal, scale, true).draw(svg, "t", "difference");
    List<String> corners = new ArrayList<>();
    for (BandPoint point : outcome.points()) {
      corners.add(at(point.t(), scale.place(halfGap(point))));
    }
    for (int k = outcome.points().size() - 1; k >= 0; k--) {
      BandPoint point = outcome.points().get(k);
      corners.add(at(point.t(), scale.place(-halfGap(point))));
    }
    polygon(String.join(" ", corners));
    for (int k = 0; k < comparisons.size(); k++) {
      String colour = COLOURS[k % COLOURS.length];
      compare(comparisons.get(k).above(), colour, scale);
      compare(comparisons.get(k).below(), colour, scale);
    }
  }

  private static double halfGap(BandPoint point) {
    return point.gap().doubleCeiling() / 2;
  }

  /** One curve in both panels. */
  private void compare(List<Double> differences, String colour, AxisScale scale) {
    List<String> high = new ArrayList<>();
    List<String> low = new ArrayList<>();
    for (int k = 0; k < differences.size(); k++) {
      BandPoint point = outcome.points().get(k);
      double middle = point.lower().doubleFloor() + halfGap(point);
      double there = Math.max(0, Math.min(1, middle + differences.get(k)));
      high.add(at(point.t(), vertical.place(there)));
      low.add(at(point.t(), scale.place(differences.get(k))));
    }
    for (List<String> corners : List.of(high, low)) {
      svg.line(
          "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-dasharray=\"5 3\"/>",
          String.join(" ", corners), colour);
    }
  }

  private void polygon(String corners) {
    svg.line(
        "<polygon points=\"%s\" fill=\"#9ecae1\" stroke=\"#08519c\" stroke-width=\"1.2\"/>",
        corners);
  }

  /** Where the panels end. */
  private double foot() {
    double end = comparisons.isEmpty() ? TOP + HEIGHT + 45 : DIFFERENCES + LOW + 45;
    return density.isPresent() ? end + 25 + LOW + 45 : end;
  }

  private void legend() {
    double y = foot() + 20;
    svg.line(
        "<rect x=\"%s\" y=\"%s\" width=\"30\" height=\"10\" fill=\"#9ecae1\" stroke=\"#08519c\"/>",
        text(LEFT), text(y - 9));
    String gap = BoundsText.gap(outcome.gap(), 3);
    legendText(y, "the network, guaranteed: largest gap at its points " + gap);
    for (int k = 0; k < comparisons.size(); k++) {
      y += LEGEND;
      svg.line(
          "<path d=\"M%s %sh30\" stroke=\"%s\" stroke-dasharray=\"5 3\"/>",
          text(LEFT), text(y - 4), COLOURS[k % COLOURS.length]);
      legendText(
          y,
          "bounding networks of %d segments, estimated at %d points"
              .formatted(comparisons.get(k).segments(), comparisons.get(k).points()));
    }
    if (density.isPresent()) {
      legendText(y + LEGEND, density.get().ends());
    }
  }

  private void legendText(double y, String words) {
    svg.line("<text x=\"%s\" y=\"%s\">%s</text>", text(LEFT + 40), text(y), escaped(words));
  }

  private String at(double t, double y) {
    return text(horizontal.place(t)) + "," + text(y);
  }
}
