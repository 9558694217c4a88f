package surety.language.origin;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import surety.language.display.Palette;
import surety.language.display.Svg;
import surety.language.display.TextWidth;

/**
 * The shades of boxes: the heavier, the farther from the background. Where the lightest has less
 * than a hundredth of the heaviest, steps are those of a logarithm, over four decades at most; else
 * they begin at 0.
 */
final class Shades {
  /** Words can be read on each of them. */
  private static final double[] DEPTHS = {0.12, 0.26, 0.4, 0.7, 1};

  private static final double ORDERS = 0.01;
  private static final double MOST_DECADES = 4;
  private static final double SWATCH = 18;
  private static final double SIZE = 12;

  private final Palette palette;
  private final Origin origin;
  private final double decades;

  Shades(Origin origin, Palette palette) {
    this.palette = palette;
    this.origin = origin;
    double least = last().relative();
    this.decades = least < ORDERS ? Math.min(MOST_DECADES, -Math.log10(least)) : 0;
  }

  private Origin.Part last() {
    return origin.parts().get(origin.parts().size() - 1);
  }

  /** The colour of a box. */
  String of(Origin.Part part) {
    return palette.shade(DEPTHS[step(part.relative())]);
  }

  /** The colour around it: neighbours that are both of the deepest shade are told apart, too. */
  String outline(Origin.Part part) {
    boolean isDeepest = step(part.relative()) == DEPTHS.length - 1;
    return isDeepest ? palette.background() : palette.border();
  }

  private int step(double relative) {
    double place = decades > 0 ? 1 + Math.log10(relative) / decades : relative;
    return (int) Math.max(0, Math.min(DEPTHS.length - 1, Math.floor(place * DEPTHS.length)));
  }

  /**
   * What the shades mean, and the witness' mark.
   *
   * @param room for all of it, in pixels; what does not fit is left out
   */
  void legend(Svg svg, double left, double y, double room) {
    double x = left;
    if (origin.parts().size() > 1) {
      String least = (decades == MOST_DECADES ? "\u2264 " : "") + lightest();
      x = words(svg, x, y, least) + 6;
      for (double depth : DEPTHS) {
        svg.line(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"10\" fill=\"%s\" stroke=\"%s\"/>",
            text(x), text(y - 10), text(SWATCH), palette.shade(depth), palette.grid());
        x += SWATCH;
      }
      String unit = origin.covered().isPresent() ? " of it" : "";
      String scale = decades > 0 ? ", logarithmic" : "";
      String greatest = origin.parts().get(0).words() + unit;
      String most = fits(greatest + scale, x, left + room) ? greatest + scale : greatest;
      x = words(svg, x + 6, y, most) + 16;
    }
    String witness = "an input for which it happens";
    if (origin.witness().isPresent() && fits(witness, x + 12, left + room)) {
      mark(svg, x + 5, y - 5);
      words(svg, x + 14, y, witness);
    }
  }

  private String lightest() {
    if (decades == 0) {
      return "0";
    }
    if (decades < MOST_DECADES) {
      return last().words();
    }
    return origin.parts().stream()
        .filter(part -> part.relative() <= Math.pow(10, -decades))
        .findFirst()
        .orElse(last())
        .words();
  }

  private static boolean fits(String words, double x, double end) {
    return x + 6 + TextWidth.of(words, SIZE) <= end;
  }

  /** Gives where they end. */
  private static double words(Svg svg, double x, double y, String words) {
    svg.line(
        "<text x=\"%s\" y=\"%s\" font-size=\"12\">%s</text>", text(x), text(y), escaped(words));
    return x + TextWidth.of(words, SIZE);
  }

  /** A ring that can be seen on any shade. */
  void mark(Svg svg, double x, double y) {
    svg.line(
        "<circle cx=\"%s\" cy=\"%s\" r=\"4.5\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>",
        text(x), text(y), palette.background(), palette.text());
  }
}
