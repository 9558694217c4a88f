package surety.report.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one picture of two that differ in their colours alone: it is light or dark as the page is.
 * Each pair of colours becomes a variable of the style sheet.
 */
final class PageColours {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  private final Map<String, String> names = new LinkedHashMap<>();

  /** Both in one; the light one alone if they differ in more. */
  String themed(String light, String dark) {
    StringBuilder both = new StringBuilder();
    Matcher first = COLOUR.matcher(light);
    Matcher second = COLOUR.matcher(dark);
    int from = 0;
    while (first.find()) {
      if (!second.find() || second.start() != first.start()) {
        return light;
      }
      both.append(light, from, first.start()).append(colour(first.group(), second.group()));
      from = first.end();
    }
    return both.append(light.substring(from)).toString();
  }

  private String colour(String light, String dark) {
    return light.equals(dark)
        ? light
        : "var(" + names.computeIfAbsent(light + ";" + dark, p -> "--p" + names.size()) + ")";
  }

  /** What the variables mean; dark on dark screens only, for paper is white. */
  String css() {
    StringBuilder light = new StringBuilder(":root{");
    StringBuilder dark = new StringBuilder("@media screen and (prefers-color-scheme:dark){:root{");
    names.forEach(
        (pair, name) -> {
          int middle = pair.indexOf(';');
          light.append(name).append(':').append(pair, 0, middle).append(';');
          dark.append(name).append(':').append(pair.substring(middle + 1)).append(';');
        });
    return light.append("}\n").append(dark).append("}}\n").toString();
  }
}
