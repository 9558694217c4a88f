package surety.language.quickfix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import surety.language.sure.DistributionTerm;

/** Writes a sign that must stand here, directly behind the word before it. */
final class MissingSignFixer implements Fixer {
  private static final Pattern MISSING =
      Pattern.compile(
          "'([;,:=)\\]}])' is missing before .*|expected '([;)\\]}])', not the end of .*");
  private static final Pattern NUMBER_AGAIN = Pattern.compile("expected '\\)', not '[0-9].*");

  @Override
  public List<QuickFix> fixes(Place place) {
    Words words = place.words();
    int index = words.indexAt(place.offset());
    Matcher matcher = MISSING.matcher(place.message());
    if (matcher.matches()) {
      String sign = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (matcher.group(2) != null) {
        index = words.all().size();
      }
      return index == 0 ? List.of() : List.of(written(place, words.get(index - 1).end(), sign));
    }
    boolean isComma =
        NUMBER_AGAIN.matcher(place.message()).matches()
            && place.part(DistributionTerm.class).isPresent();
    return isComma && words.get(index - 1).isNumber()
        ? List.of(written(place, words.get(index - 1).end(), ","))
        : List.of();
  }

  private static QuickFix written(Place place, int offset, String sign) {
    String before =
        switch (sign) {
          case "=" -> " ";
          case "}" -> separator(place, offset);
          default -> "";
        };
    return new QuickFix("Write '" + sign + "'", Edit.insertion(offset, before + sign));
  }

  /** A brace stands on a line of its own where the next word does. */
  private static String separator(Place place, int offset) {
    String text = place.specification().text();
    Words words = place.words();
    int next = words.get(words.indexAt(offset)).offset();
    boolean isSameLine = next > offset && text.substring(offset, next).indexOf('\n') < 0;
    return isSameLine ? " " : place.lines().separator();
  }
}
