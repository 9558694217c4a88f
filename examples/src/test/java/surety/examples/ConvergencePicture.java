package surety.examples;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.util.ArrayList;
import java.util.List;
import surety.language.display.AxisScale;
import surety.language.display.Frame;
import surety.language.display.Svg;

/** Errors of Monte Carlo over the number of trials, with logarithms on both axes. */
final class ConvergencePicture {
  private static final double LEFT = 70;
  private static final double TOP = 60;
  private static final double WIDTH = 440;
  private static final double HEIGHT = 320;
  private static final double LEGEND = 22;

  private final Svg svg = new Svg(LEFT + WIDTH + 40, TOP + HEIGHT + 60 + 2 * LEGEND + 20);
  private final List<Integer> trials;
  private final AxisScale horizontal;
  private final AxisScale vertical;
  private double legend = TOP + HEIGHT + 70;

  private ConvergencePicture(List<Integer> trials, AxisScale vertical) {
    this.trials = trials;
    this.horizontal =
        new AxisScale(
            Math.log10(trials.get(0)),
            Math.log10(trials.get(trials.size() - 1)),
            LEFT,
            LEFT + WIDTH);
    this.vertical = vertical;
  }

  /** The text of the picture, for errors of means and of variances at each number of trials. */
  static String draw(List<Integer> trials, List<Double> means, List<Double> variances) {
    String title = "Monte Carlo against certified values";
    ConvergencePicture picture =
        new ConvergencePicture(trials, new AxisScale(-3, 0, TOP + HEIGHT, TOP));
    picture.svg.described(
        title + ": errors of means and variances fall like the root of the number of trials");
    picture.svg.line(
        "<text x=\"%s\" y=\"32\" font-size=\"16\">%s</text>", text(LEFT), escaped(title));
    new Frame(picture.horizontal, picture.vertical, true)
        .draw(picture.svg, "number of trials, power of 10", "error, power of 10");
    picture.line("mean", means, "#d95f02", "none");
    picture.line("variance", variances, "#7570b3", "8 4");
    return picture.svg.finished();
  }

  private void line(String name, List<Double> errors, String colour, String dashes) {
    List<String> corners = new ArrayList<>();
    for (int k = 0; k < errors.size(); k++) {
      double x = horizontal.place(Math.log10(trials.get(k)));
      double y = vertical.place(Math.log10(errors.get(k)));
      corners.add(text(x) + "," + text(y));
      svg.line("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"/>", text(x), text(y), colour);
    }
    stroke(String.join(" ", corners), colour, dashes);
    stroke(
        text(LEFT) + "," + text(legend) + " " + text(LEFT + 30) + "," + text(legend),
        colour,
        dashes);
    svg.line(
        "<text x=\"%s\" y=\"%s\">%s, root mean square over the operating points</text>",
        text(LEFT + 40), text(legend + 4), escaped(name));
    legend += LEGEND;
  }

  private void stroke(String corners, String colour, String dashes) {
    svg.line(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\""
            + " stroke-dasharray=\"%s\"/>",
        corners, colour, dashes);
  }
}
