package surety.eclipse.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The room that the SVG pictures in a text need.
 *
 * @param width of the widest, in pixels; 0 if there is none
 * @param height of all together
 */
public record Pictures(int width, int height) {
  private static final Pattern DATA =
      Pattern.compile("data:image/svg\\+xml;base64,([A-Za-z0-9+/=]+)");
  private static final Pattern WIDTH = Pattern.compile("<svg[^>]*\\bwidth=\"([0-9]{1,4})");
  private static final Pattern HEIGHT = Pattern.compile("<svg[^>]*\\bheight=\"([0-9]{1,4})");

  /** Of the pictures in Markdown or HTML; one that cannot be decoded needs none. */
  public static Pictures in(String text) {
    int width = 0;
    int height = 0;
    Matcher data = DATA.matcher(text);
    while (data.find()) {
      String svg = decoded(data.group(1));
      width = Math.max(width, number(WIDTH.matcher(svg)));
      height += number(HEIGHT.matcher(svg));
    }
    return new Pictures(width, height);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static int number(Matcher matcher) {
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
