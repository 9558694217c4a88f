package surety.language.origin;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import surety.language.display.Svg;
import surety.language.display.TextWidth;

/**
 * Draws where the probability of an event comes from: of two random inputs the plane with boxes in
 * shades, of another number a strip for each. As in any picture, what is shown is rounded.
 */
public final class OriginPicture {
  /** What is smaller cannot be read. */
  public static final double LEAST_WIDTH = 260;

  /** What is lower cannot be read. */
  public static final double LEAST_HEIGHT = 190;

  private static final double EDGE = 14;
  private static final double LEFT = 64;
  private static final double RIGHT = 40;
  private static final double TOP = 26;

  private OriginPicture() {}

  /**
   * Draws it.
   *
   * @param svg what it becomes a part of, in its colours
   * @param left what it covers begins there, with the names of axes
   * @param width of all that it covers
   */
  public static void draw(
      Svg svg, Origin origin, double left, double top, double width, double height) {
    svg.line("<g transform=\"translate(%s %s)\">", text(left), text(top));
    Shades shades = new Shades(origin, svg.palette());
    double bottom;
    if (origin.inputs().size() == 2) {
      bottom = height - 74;
      OriginPlane.draw(svg, origin, shades, LEFT, TOP, width - RIGHT, bottom);
      shades.legend(svg, LEFT, height - 10, width - LEFT);
    } else {
      OriginStrips.draw(svg, origin, shades, LEFT, TOP, width - RIGHT, height);
    }
    words(svg, 14, origin.heading(), width - 2 * EDGE);
    svg.line("</g>");
  }

  private static void words(Svg svg, double y, String words, double room) {
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"12\" fill=\"%s\">%s</text>",
        text(LEFT), text(y), svg.palette().note(), escaped(TextWidth.shortened(words, 12, room)));
  }
}
