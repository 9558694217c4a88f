package surety.language.display;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

/**
 * The frame of one panel of a picture, with ticks and names at both axes.
 *
 * @param horizontal where values go from left to right
 * @param vertical where values go from the bottom to the top
 * @param hasGrid whether a pale line goes through the panel at each tick of the vertical axis
 */
public record Frame(AxisScale horizontal, AxisScale vertical, boolean hasGrid) {
  private static final double DIGIT = 8.5;

  /** Labels of the vertical axis that are closer would touch. */
  private static final double LINE = 14;

  /** How far labels may leave the axis to the left and to the right. */
  private static final double MARGIN = 38;

  /** Draws it with the names of its axes. */
  public void draw(Svg svg, String horizontalName, String verticalName) {
    double left = horizontal.from();
    double right = horizontal.to();
    double bottom = vertical.from();
    double top = vertical.to();
    double free = Double.POSITIVE_INFINITY;
    for (double tick : vertical.ticks()) {
      double y = vertical.place(tick);
      svg.line(
          "<path d=\"M%s %sH%s\" stroke=\"%s\"/>",
          text(left),
          text(y),
          text(hasGrid ? right : left - 6),
          hasGrid ? svg.palette().grid() : svg.palette().text());
      if (y <= free) {
        svg.line(
            "<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>",
            text(left - 9), text(y + 4), vertical.label(tick));
        free = y - LINE;
      }
    }
    foot(svg, horizontal, bottom, horizontalName);
    svg.line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"%s\"/>",
        text(left), text(top), text(right - left), text(bottom - top), svg.palette().text());
    svg.line(
        "<text transform=\"translate(18 %s) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        text((top + bottom) / 2), escaped(verticalName));
  }

  /**
   * Draws an axis from left to right, with its name. Labels that would touch another, or leave the
   * picture, are left out.
   */
  public static void foot(Svg svg, AxisScale axis, double bottom, String name) {
    double free = Double.NEGATIVE_INFINITY;
    for (double tick : axis.ticks()) {
      double x = axis.place(tick);
      String label = axis.label(tick);
      svg.line("<path d=\"M%s %sv6\" stroke=\"%s\"/>", text(x), text(bottom), svg.palette().text());
      double half = (label.length() + 1) * DIGIT / 2;
      if (x - half >= Math.max(free, axis.from() - MARGIN) && x + half <= axis.to() + MARGIN) {
        svg.line(
            "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>",
            text(x), text(bottom + 20), label);
        free = x + half;
      }
    }
    svg.line(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>",
        text((axis.from() + axis.to()) / 2), text(bottom + 40), escaped(name));
  }
}
