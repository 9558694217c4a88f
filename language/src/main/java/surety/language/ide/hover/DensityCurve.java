package surety.language.ide.hover;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A small picture of a density, for light and dark backgrounds. */
final class DensityCurve {
  private static final double WIDTH = 320;
  private static final double HEIGHT = 110;
  private static final double MARGIN = 12;
  private static final double BASE = HEIGHT - 22;

  private DensityCurve() {}

  /** A picture as the address of an image, which Markdown can show without a file. */
  static String dataUri(String svg) {
    byte[] picture = svg.getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(picture);
  }

  /** The filled curve through the middles of the bins, from end to end, with both ends named. */
  static String svg(Bins bins) {
    return svg(bins, List.of());
  }

  /**
   * With a line for each number that has a probability; the likeliest one is as high as it gets.
   */
  static String svg(Bins bins, List<Parts.Atom> atoms) {
    double largest = 0;
    for (int i = 0; i < bins.count(); i++) {
      largest = Math.max(largest, bins.mass(i));
    }
    StringBuilder path = new StringBuilder(point("M", 0, 0));
    for (int i = 0; i < bins.count(); i++) {
      double height = largest > 0 ? bins.mass(i) / largest : 0;
      path.append(point("L", (double) i / bins.count(), height));
      path.append(point("L", (i + 1.0) / bins.count(), height));
    }
    path.append(point("L", 1, 0)).append('Z');
    String words =
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-family=\"sans-serif\" font-size=\"12\""
            + " fill=\"#808080\">%s</text>\n";
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s">
        <path d="%3$s" fill="#4a90d9" fill-opacity="0.35" stroke="#4a90d9" stroke-width="1.5"/>
        <path d="M%4$s %5$sH%6$s" stroke="#808080"/>
        """
            .formatted(
                text(WIDTH), text(HEIGHT), path, text(MARGIN), text(BASE), text(WIDTH - MARGIN))
        + stems(bins, atoms)
        + words.formatted(text(MARGIN), text(HEIGHT - 6), "start", Digits.of(bins.end(0)))
        + words.formatted(
            text(WIDTH - MARGIN), text(HEIGHT - 6), "end", Digits.of(bins.end(bins.count())))
        + "</svg>\n";
  }

  private static String stems(Bins bins, List<Parts.Atom> atoms) {
    double largest = atoms.stream().mapToDouble(Parts.Atom::weight).max().orElse(1);
    double lower = bins.end(0);
    double width = bins.end(bins.count()) - lower;
    StringBuilder path = new StringBuilder();
    for (Parts.Atom atom : atoms) {
      double x = (atom.value() - lower) / width;
      path.append(point("M", x, 0)).append(point("L", x, atom.weight() / largest));
    }
    return path.length() == 0
        ? ""
        : "<path d=\"" + path + "\" stroke=\"#4a90d9\" stroke-width=\"2.5\"/>\n";
  }

  /** A step to a point whose coordinates go from 0 to 1. */
  private static String point(String step, double x, double y) {
    return step + text(MARGIN + x * (WIDTH - 2 * MARGIN)) + " " + text(BASE - y * (BASE - MARGIN));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
