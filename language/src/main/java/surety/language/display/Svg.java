package surety.language.display;

import java.util.Locale;
import java.util.regex.Pattern;

/** The lines of an SVG picture. */
public final class Svg {
  /** What may stand in no XML, not even escaped. */
  private static final Pattern NO_CHARACTER =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  /** What is larger leaves no hundredths in a double. */
  private static final double LARGE = 1e12;

  private final StringBuilder lines = new StringBuilder();

  private final Palette palette;

  /** A white picture of this size, in pixels. */
  public Svg(double width, double height) {
    this(width, height, Palette.LIGHT);
  }

  /** A picture in these colours. */
  public Svg(double width, double height, Palette palette) {
    this.palette = palette;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
            + " font-family=\"sans-serif\" font-size=\"13\" fill=\"%s\" role=\"img\">",
        text(width), text(height), text(width), text(height), palette.text());
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>", palette.background());
  }

  /** Before anything is drawn: what it shows, for those who hear it. */
  public Svg described(String words) {
    line("<desc>%s</desc>", escaped(words));
    return this;
  }

  /** Its colours. */
  public Palette palette() {
    return palette;
  }

  /** Adds a line; the format is that of {@link String#format}. */
  @SuppressWarnings("AnnotateFormatMethod") // one annotation is not worth a dependency
  public void line(String format, Object... arguments) {
    lines.append(format.formatted(arguments)).append('\n');
  }

  /** The whole picture. */
  public String finished() {
    return lines + "</svg>\n";
  }

  /** A coordinate. */
  public static String text(double value) {
    if (!(Math.abs(value) < LARGE)) {
      return String.format(Locale.ROOT, "%.2f", value);
    }
    // A picture has thousands of them, and a format is taken apart each time.
    long hundredths = Math.round(Math.abs(value) * 100);
    long part = hundredths % 100;
    String sign = value < 0 && hundredths > 0 ? "-" : "";
    return sign + hundredths / 100 + (part < 10 ? ".0" : ".") + part;
  }

  /** Words between tags. */
  public static String escaped(String text) {
    return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The words without what may stand in no XML. */
  public static String legal(String text) {
    return NO_CHARACTER.matcher(text).replaceAll("\ufffd");
  }
}
