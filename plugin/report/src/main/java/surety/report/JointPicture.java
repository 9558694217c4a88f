package surety.report;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.util.List;
import surety.language.Obligation;
import surety.language.display.AxisScale;
import surety.language.display.BoundsText;
import surety.language.display.Frame;
import surety.language.display.HeatMap;
import surety.language.display.Svg;
import surety.language.evaluation.EventText;
import surety.solver.BandPoint;

/** The joint cdf of two forms as an SVG picture: shades of the middle between the bounds. */
public final class JointPicture {
  private static final double LEFT = 70;
  private static final double TOP = 60;
  private static final double SIZE = 480;

  private JointPicture() {}

  /**
   * The text of the picture.
   *
   * @param outcome of a query of the cdf of two forms that was answered
   */
  public static String draw(Outcome outcome) {
    Svg svg = new Svg(LEFT + SIZE + 40, TOP + SIZE + 110);
    svg.line(
        "<text x=\"%s\" y=\"32\" font-size=\"16\">%s</text>",
        text(LEFT), escaped(outcome.obligation().text()));
    List<BandPoint> points = outcome.points();
    HeatMap map = HeatMap.of(points);
    AxisScale across = map.axis(0, LEFT, LEFT + SIZE);
    AxisScale up = map.axis(1, TOP + SIZE, TOP);
    map.draw(svg, across, up);
    Obligation asked = outcome.obligation();
    new Frame(across, up, false).draw(svg, name(asked, 0), name(asked, 1));
    HeatMap.legend(svg, LEFT, TOP + SIZE + 60);
    svg.line(
        "<text x=\"%s\" y=\"%s\">%s</text>",
        text(LEFT),
        text(TOP + SIZE + 98),
        escaped(
            "guaranteed: "
                + BoundsText.ofSeveral(outcome.obligation().statement().claim(), outcome.gap())));
    return svg.finished();
  }

  private static String name(Obligation asked, int form) {
    return EventText.of(
        asked.statement().claim().forms().get(form), asked.outputs(), asked.inputs());
  }
}
