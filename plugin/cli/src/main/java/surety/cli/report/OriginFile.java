package surety.cli.report;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import surety.language.display.Palette;
import surety.language.display.Svg;
import surety.language.display.TextWidth;
import surety.language.origin.Origin;
import surety.language.origin.OriginPicture;
import surety.language.origin.OriginText;

/** Where the probability of an event comes from, as an SVG picture that is a file of its own. */
final class OriginFile {
  private static final double WIDTH = 640;
  private static final double TOP = 62;
  private static final double PLANE = 600;
  private static final double STRIP = 110;
  private static final double EDGE = 14;

  private OriginFile() {}

  /**
   * The text of the picture.
   *
   * @param title what it is about
   * @param bounds of the event's probability, in words
   */
  static String draw(Origin origin, String title, String bounds, Palette palette) {
    int inputs = origin.inputs().size();
    double height = inputs == 2 ? PLANE : 60 + STRIP * inputs;
    Svg svg = new Svg(WIDTH, TOP + height, palette);
    svg.described(title + ". Guaranteed: " + bounds + ". " + OriginText.of(origin));
    line(svg, 26, 16, title);
    line(svg, 48, 13, "guaranteed: " + bounds);
    OriginPicture.draw(svg, origin, 0, TOP, WIDTH, height);
    return svg.finished();
  }

  private static void line(Svg svg, double y, int size, String words) {
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"%d\">%s</text>",
        text(EDGE), text(y), size, escaped(TextWidth.shortened(words, size, WIDTH - 2 * EDGE)));
  }
}
