package surety.language.ide.picture;

import static surety.language.display.Svg.text;

import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.statement.ProbabilityLimit;
import surety.language.display.AxisScale;

/** The bounds of one probability on its axis, with the limit. */
final class ProbabilityPicture {
  private static final double BAR = 26;

  private final Canvas canvas;
  private final AxisScale axis;
  private final double middle;

  private ProbabilityPicture(Canvas canvas, AxisScale axis) {
    this.canvas = canvas;
    this.axis = axis;
    this.middle = (canvas.top() + canvas.bottom()) / 2;
  }

  /**
   * Draws the panel.
   *
   * @param lower bound, rounded down
   * @param upper bound, rounded up
   * @param isProven whether the kernel says so
   */
  static void draw(
      Canvas canvas,
      double lower,
      double upper,
      boolean isProven,
      Optional<ProbabilityLimit> limit) {
    double limitValue = limit.map(l -> Interval.of(l.limit()).middle()).orElse(lower);
    double least = Math.min(lower, limitValue);
    double greatest = Math.max(upper, limitValue);
    double room = Math.max(0.3 * (greatest - least), greatest > 0 ? 0.05 * greatest : 1e-3);
    AxisScale axis =
        canvas.horizontal(Math.max(0, least - room), Math.min(1 + room / 2, greatest + room));
    ProbabilityPicture picture = new ProbabilityPicture(canvas, axis);
    limit.ifPresent(l -> picture.forbidden(l, limitValue));
    picture.axis();
    picture.bounds(lower, upper, isProven);
  }

  /** The side of the limit where the probability must not be. */
  private void forbidden(ProbabilityLimit limit, double value) {
    double x = axis.place(value);
    double from = limit.comparison().isBelow() ? x : axis.from();
    double to = limit.comparison().isBelow() ? axis.to() : x;
    canvas
        .svg()
        .line(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" fill-opacity=\"0.12\"/>",
            text(from),
            text(canvas.top()),
            text(Math.max(0, to - from)),
            text(canvas.bottom() - canvas.top()),
            Canvas.LIMIT);
    canvas
        .svg()
        .line(
            "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"2\"/>",
            text(x), text(canvas.top()), text(canvas.bottom()), Canvas.LIMIT);
    canvas.label(x, canvas.top() + 16, "not allowed", Canvas.LIMIT);
  }

  private void axis() {
    canvas
        .svg()
        .line(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"black\"/>",
            text(axis.from()),
            text(canvas.top()),
            text(axis.to() - axis.from()),
            text(canvas.bottom() - canvas.top()));
    for (double tick : axis.ticks()) {
      String x = text(axis.place(tick));
      canvas
          .svg()
          .line(
              "<path d=\"M%s %sv6\" stroke=\"black\"/>"
                  + "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>",
              x, text(canvas.bottom()), x, text(canvas.bottom() + 20), AxisScale.label(tick));
    }
    canvas
        .svg()
        .line(
            "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">probability</text>",
            text((axis.from() + axis.to()) / 2), text(canvas.bottom() + 40));
  }

  /** At least as wide as a line, so that bounds that meet can be seen. */
  private void bounds(double lower, double upper, boolean isProven) {
    double from = axis.place(Math.max(axis.least(), lower));
    double to = axis.place(Math.min(axis.greatest(), upper));
    canvas
        .svg()
        .line(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\"%s/>",
            text(from),
            text(middle - BAR / 2),
            text(Math.max(0.5, to - from)),
            text(BAR),
            isProven ? Canvas.PROVEN : "none",
            Canvas.BORDER,
            isProven ? "" : " stroke-dasharray=\"4 3\"");
  }
}
