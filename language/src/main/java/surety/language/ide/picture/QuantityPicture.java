package surety.language.ide.picture;

import static surety.language.display.Svg.text;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Requirement;
import surety.language.display.AxisScale;
import surety.language.display.Frame;

/** The bounds of one quantity on its axis, with what is required of it. */
final class QuantityPicture {
  private static final double BAR = 26;
  private static final double THINNEST = 0.5;

  /** Below it there are not enough doubles for an axis. */
  private static final double LEAST_ROOM = 1e-300;

  private final Canvas canvas;
  private final AxisScale axis;
  private final double middle;
  private final boolean isProbability;

  private QuantityPicture(Canvas canvas, AxisScale axis, boolean isProbability) {
    this.isProbability = isProbability;
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
   * @param isProbability whether it is between 0 and 1 in any case
   * @param name of the quantity
   */
  static void draw(
      Canvas canvas,
      double lower,
      double upper,
      boolean isProven,
      Optional<Requirement> requirement,
      boolean isProbability,
      String name) {
    List<Double> limits =
        requirement.map(Requirement::limits).orElse(List.of()).stream()
            .map(limit -> Interval.of(limit).middle())
            .map(limit -> isProbability ? Math.max(0, Math.min(1, limit)) : limit)
            .toList();
    double least = limits.stream().reduce(lower, Math::min);
    double greatest = limits.stream().reduce(upper, Math::max);
    AxisScale axis =
        isProbability ? probabilities(canvas, least, greatest) : all(canvas, least, greatest);
    QuantityPicture picture = new QuantityPicture(canvas, axis, isProbability);
    requirement.ifPresent(required -> picture.forbidden(required, limits));
    picture.axis(name);
    picture.bounds(lower, upper, isProven);
  }

  private static AxisScale probabilities(Canvas canvas, double least, double greatest) {
    double part = Math.max(0.3 * (greatest - least), 0.05 * greatest);
    double room = greatest > 0 ? Math.max(LEAST_ROOM, part) : 1e-3;
    return canvas.horizontal(Math.max(0, least - room), Math.min(1, greatest + room));
  }

  private static AxisScale all(Canvas canvas, double least, double greatest) {
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    double part = Math.max(0.3 * (greatest - least), 0.05 * size);
    double room = size > 0 ? Math.max(LEAST_ROOM, part) : 1e-3;
    return canvas.horizontal(least - room, greatest + room);
  }

  /** The sides of the limits where the quantity must not be. */
  private void forbidden(Requirement required, List<Double> limits) {
    if (required instanceof Limit limit) {
      if (!isProbability || LimitMark.canBeViolated(limit)) {
        forbidden(limits.get(0), limit.comparison().isBelow());
      }
    } else {
      forbidden(limits.get(0), false);
      forbidden(limits.get(1), true);
    }
  }

  private void forbidden(double value, boolean isAbove) {
    double x = axis.place(value);
    double from = isAbove ? x : axis.from();
    double to = isAbove ? axis.to() : x;
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
    String words = isAbove ? "not allowed \u2192" : "\u2190 not allowed";
    canvas.label(x, canvas.top() + 16, words, canvas.palette().violated());
  }

  private void axis(String name) {
    canvas
        .svg()
        .line(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"%s\"/>",
            text(axis.from()),
            text(canvas.top()),
            text(axis.to() - axis.from()),
            text(canvas.bottom() - canvas.top()),
            canvas.palette().text());
    Frame.foot(canvas.svg(), axis, canvas.bottom(), name);
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
