package surety.eclipse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill in: {@code Beta(${1:alpha}, ${2:beta})$0}.
 *
 * @param text with the words that stand in the places at first
 * @param places in the order in which they are visited, without the last one
 * @param end where the cursor goes afterwards
 */
public record Snippet(String text, List<Place> places, int end) {
  private static final Pattern PLACE =
      Pattern.compile(
          "\\\\([\\\\$}])|\\$([0-9]{1,4})|\\$\\{([0-9]{1,4})(?::((?:\\\\.|[^\\\\}])*))?\\}");

  /**
   * A place to fill in.
   *
   * @param number places with the same one are filled in together
   * @param span in the text
   */
  public record Place(int number, Span span) {}

  /** A text without places. */
  public static Snippet plain(String text) {
    return new Snippet(text, List.of(), text.length());
  }

  /** What is not written as a place stays as it is. */
  public static Snippet parse(String written) {
    StringBuilder text = new StringBuilder();
    List<Place> places = new ArrayList<>();
    int end = -1;
    int from = 0;
    Matcher matcher = PLACE.matcher(written);
    while (matcher.find()) {
      text.append(written, from, matcher.start());
      from = matcher.end();
      if (matcher.group(1) != null) {
        text.append(matcher.group(1));
        continue;
      }
      int number = Integer.parseInt(matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
      String word = matcher.group(4) == null ? "" : matcher.group(4).replaceAll("\\\\(.)", "$1");
      if (number == 0) {
        end = text.length();
      } else {
        places.add(new Place(number, new Span(text.length(), word.length())));
      }
      text.append(word);
    }
    text.append(written.substring(from));
    places.sort((a, b) -> Integer.compare(a.number(), b.number()));
    return new Snippet(text.toString(), List.copyOf(places), end < 0 ? text.length() : end);
  }
}
