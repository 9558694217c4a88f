package surety.language.ide.picture;

import static surety.language.display.Svg.text;

import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.statement.ProbabilityLimit;
import surety.language.display.AxisScale;
import surety.language.display.Frame;

/** The bounds of one probability on its axis, with the limit. */
final class ProbabilityPicture {
  private static final double BAR = 26;
  private static final double THINNEST = 0.5;

  /** Below it there are not enough doubles for an axis. */
  private static final double LEAST_ROOM = 1e-300;

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
    double limitValue =
        limit.map(l -> Math.max(0, Math.min(1, Interval.of(l.limit()).middle()))).orElse(lower);
    double least = Math.min(lower, limitValue);
    double greatest = Math.max(upper, limitValue);
    double part = Math.max(0.3 * (greatest - least), 0.05 * greatest);
    double room = greatest > 0 ? Math.max(LEAST_ROOM, part) : 1e-3;
    AxisScale axis = canvas.horizontal(Math.max(0, least - room), Math.min(1, greatest + room));
    ProbabilityPicture picture = new ProbabilityPicture(canvas, axis);
    limit.filter(LimitMark::canBeViolated).ifPresent(l -> picture.forbidden(l, limitValue));
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
            canvas.palette().violated());
    canvas
        .svg()
        .line(
            "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"2\"/>",
            text(x), text(canvas.top()), text(canvas.bottom()), canvas.palette().violated());
    // The words may have to stand on the other side of the line, so that there is an arrow.
    String words = limit.comparison().isBelow() ? "not allowed \u2192" : "\u2190 not allowed";
    canvas.label(x, canvas.top() + 16, words, canvas.palette().violated());
  }

  private void axis() {
    canvas
        .svg()
        .line(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"%s\"/>",
            text(axis.from()),
            text(canvas.top()),
            text(axis.to() - axis.from()),
            text(canvas.bottom() - canvas.top()),
            canvas.palette().text());
    Frame.foot(canvas.svg(), axis, canvas.bottom(), "probability");
  }

  /** At least as wide as a line, so that bounds that meet can be seen. */
  private void bounds(double lower, double upper, boolean isProven) {
    double to = axis.place(Math.min(axis.greatest(), upper));
    double from = Math.min(axis.place(Math.max(axis.least(), lower)), axis.to() - THINNEST);
    canvas
        .svg()
        .line(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\"%s/>",
            text(from),
            text(middle - BAR / 2),
            text(Math.max(THINNEST, to - from)),
            text(BAR),
            isProven ? canvas.palette().proven() : "none",
            canvas.palette().border(),
            isProven ? "" : Canvas.DASHED);
  }
}
