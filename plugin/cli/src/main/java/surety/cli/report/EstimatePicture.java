package surety.cli.report;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Enclosure;
import surety.language.display.AxisScale;
import surety.language.display.BoundsText;
import surety.language.display.CdfOutline;
import surety.language.display.EstimateStroke;
import surety.language.display.Frame;
import surety.language.display.Palette;
import surety.language.display.Svg;

/**
 * Guaranteed bands of cdfs as filled areas, and estimates of them as dashed lines, as an SVG
 * picture with a panel for each form.
 */
public final class EstimatePicture {
  private static final double LEFT = 70;
  private static final double TOP = 60;
  private static final double WIDTH = 640;
  private static final double HEIGHT = 300;
  private static final double LEGEND = 22;
  private static final double BETWEEN = 40;

  private final Svg svg;

  private EstimatePicture(double height, Palette palette) {
    this.svg = new Svg(LEFT + WIDTH + 30, height, palette);
  }

  /**
   * The text of the picture.
   *
   * @param title what was asked
   * @param curves one at least
   */
  public static String draw(String title, List<EstimateCurve> curves, Palette palette) {
    double height = TOP;
    for (EstimateCurve curve : curves) {
      height += height(curve);
    }
    EstimatePicture picture = new EstimatePicture(height, palette);
    picture.svg.described(
        title
            + ": guaranteed bounds as an area, estimates as dashed lines; estimates are no proof");
    picture.svg.line(
        "<text x=\"%s\" y=\"32\" font-size=\"16\">%s</text>", text(LEFT), escaped(title));
    double top = TOP;
    for (EstimateCurve curve : curves) {
      picture.draw(curve, top);
      top += height(curve);
    }
    return picture.svg.finished();
  }

  private static double height(EstimateCurve curve) {
    return HEIGHT + BETWEEN + LEGEND * (curve.estimates().size() + 1) + BETWEEN;
  }

  private void draw(EstimateCurve curve, double top) {
    List<Double> t = curve.thresholds();
    AxisScale horizontal = new AxisScale(t.get(0), t.get(t.size() - 1), LEFT, LEFT + WIDTH);
    AxisScale vertical = new AxisScale(0, 1, top + HEIGHT, top);
    new Frame(horizontal, vertical, true).draw(svg, curve.form(), "probability of at most that");
    CdfOutline outline = new CdfOutline(horizontal::place, vertical::place);
    for (int k = 0; k < t.size(); k++) {
      Enclosure bounds = curve.guaranteed().get(k);
      outline.add(t.get(k), bounds.lower().doubleFloor(), bounds.upper().doubleCeiling());
    }
    svg.line(
        "<polygon points=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.2\"/>",
        outline.corners(), svg.palette().proven(), svg.palette().border());
    for (EstimateStroke stroke : EstimateStroke.values()) {
      List<Double> values = curve.estimates().getOrDefault(stroke.way(), List.of());
      if (!values.isEmpty()) {
        estimate(t, values, stroke, horizontal, vertical);
      }
    }
    legend(curve, top + HEIGHT + BETWEEN + 20);
  }

  private void estimate(
      List<Double> t,
      List<Double> values,
      EstimateStroke stroke,
      AxisScale horizontal,
      AxisScale vertical) {
    List<String> corners = new ArrayList<>();
    for (int k = 0; k < t.size(); k++) {
      corners.add(at(horizontal.place(t.get(k)), vertical.place(values.get(k))));
    }
    svg.line(
        "<polyline points=\"%s\" fill=\"none\" %s/>",
        String.join(" ", corners), stroke.attributes());
  }

  private void legend(EstimateCurve curve, double top) {
    svg.line(
        "<rect x=\"%s\" y=\"%s\" width=\"30\" height=\"10\" fill=\"%s\" stroke=\"%s\"/>",
        text(LEFT), text(top - 9), svg.palette().proven(), svg.palette().border());
    String gap =
        curve.guaranteed().stream()
            .map(Enclosure::width)
            .max(Comparable::compareTo)
            .map(widest -> BoundsText.gap(widest, 3))
            .orElseThrow();
    words(top, "guaranteed: largest gap at its points " + gap);
    double y = top;
    for (EstimateStroke one : EstimateStroke.values()) {
      if (curve.estimates().containsKey(one.way())) {
        y += LEGEND;
        svg.line("<path d=\"M%s %sh30\" %s/>", text(LEFT), text(y - 4), one.attributes());
        boolean isSampled = one == EstimateStroke.SAMPLING;
        words(y, one.words() + (isSampled ? curve.samples().map(w -> ": " + w).orElse("") : ""));
      }
    }
  }

  private void words(double y, String words) {
    svg.line("<text x=\"%s\" y=\"%s\">%s</text>", text(LEFT + 40), text(y), escaped(words));
  }

  private static String at(double x, double y) {
    return text(x) + "," + text(y);
  }
}
