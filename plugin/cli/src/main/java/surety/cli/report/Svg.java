package surety.cli.report;

import java.util.Locale;

/** The lines of an SVG picture. */
final class Svg {
  private final StringBuilder lines = new StringBuilder();

  /** A white picture of this size, in pixels. */
  Svg(double width, double height) {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
            + " font-family=\"sans-serif\" font-size=\"13\">",
        text(width), text(height), text(width), text(height));
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
  }

  @SuppressWarnings("AnnotateFormatMethod") // one annotation is not worth a dependency
  void line(String format, Object... arguments) {
    lines.append(format.formatted(arguments)).append('\n');
  }

  /** The whole picture. */
  String finished() {
    return lines + "</svg>\n";
  }

  /** A coordinate. */
  static String text(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Words between tags. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
