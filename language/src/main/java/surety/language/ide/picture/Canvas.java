package surety.language.ide.picture;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import surety.language.display.AxisScale;
import surety.language.display.Frame;
import surety.language.display.Svg;

/** A picture of the size that an editor has room for: a title, a panel, and a line below. */
final class Canvas {
  /** What is not allowed. */
  static final String LIMIT = "#c0392b";

  /** What is proven. */
  static final String PROVEN = "#9ecae1";

  /** The border of what is proven. */
  static final String BORDER = "#08519c";

  /** For the outline of what is not proven. */
  static final String DASHED = " stroke-dasharray=\"4 3\"";

  private static final double LEAST_WIDTH = 260;
  private static final double LEAST_HEIGHT = 160;
  private static final double EDGE = 14;
  private static final double LEFT = 64;
  private static final double RIGHT = 40;
  private static final double TOP = 34;
  private static final double BOTTOM = 70;
  private static final double TITLE = 14;
  private static final double SMALL = 12;

  private final double width;
  private final double height;
  private final Svg svg;

  /** A picture that is at least large enough to be read. */
  Canvas(int wantedWidth, int wantedHeight) {
    width = Math.max(LEAST_WIDTH, Math.min(4000, wantedWidth));
    height = Math.max(LEAST_HEIGHT, Math.min(4000, wantedHeight));
    svg = new Svg(width, height);
  }

  Svg svg() {
    return svg;
  }

  double top() {
    return TOP;
  }

  double bottom() {
    return height - BOTTOM;
  }

  /** An axis from left to right. */
  AxisScale horizontal(double least, double greatest) {
    return new AxisScale(least, greatest, LEFT, width - RIGHT);
  }

  /** An axis from the bottom to the top. */
  AxisScale vertical(double least, double greatest) {
    return new AxisScale(least, greatest, bottom(), TOP);
  }

  /** The line above the panel. */
  void title(String words) {
    svg.line(
        "<text x=\"%s\" y=\"22\" font-size=\"14\">%s</text>",
        text(EDGE), escaped(TextWidth.shortened(words, TITLE, width - 2 * EDGE)));
  }

  /** The line at the foot. */
  void note(String words) {
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"12\" fill=\"#555555\">%s</text>",
        text(EDGE),
        text(height - 10),
        escaped(TextWidth.shortened(words, SMALL, width - 2 * EDGE)));
  }

  /** Words in the panel, that end or begin at a place. */
  void label(double x, double y, String words, String colour) {
    boolean isRight = x > width / 2;
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"12\" fill=\"%s\" text-anchor=\"%s\">%s</text>",
        text(isRight ? x - 6 : x + 6),
        text(y),
        colour,
        isRight ? "end" : "start",
        escaped(TextWidth.shortened(words, SMALL, isRight ? x - LEFT - 6 : width - EDGE - x - 6)));
  }

  /** The frame of the panel. */
  void frame(AxisScale horizontal, AxisScale vertical, String across, String up) {
    new Frame(horizontal, vertical, true).draw(svg, across, up);
  }
}
