package surety.language.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;

/** Completes a query, property or distribution that lacks a part, or has one of another kind. */
final class QueryFixer implements Fixer {
  private static final Pattern MISSING_WORD =
      Pattern.compile("'(under|at|points)' is missing before .*");

  /** With more choices the way out is not obvious. */
  private static final int MOST_CHOICES = 3;

  @Override
  public List<QuickFix> fixes(Place place) {
    Words words = place.words();
    int index = words.indexAt(place.offset());
    int end = words.get(index - 1).end();
    String message = place.message();
    if (message.startsWith("a query has no limit;")) {
      return withLimit(words, index);
    }
    if (message.startsWith("'= ?' is missing before ")) {
      return List.of(new QuickFix("Write '= ?'", Edit.insertion(end, " = ?")));
    }
    Matcher missing = MISSING_WORD.matcher(message);
    if (missing.matches()) {
      String word = missing.group(1);
      return List.of(new QuickFix("Write '" + word + "'", Edit.insertion(end, " " + word)));
    }
    if (message.startsWith("the distribution is missing;")) {
      return choices(
          " under ",
          place.all(DistributionDeclaration.class).stream().map(DistributionDeclaration::getName),
          end);
    }
    if (message.startsWith("expected 'for', not '{'")) {
      return choices(
          " for ",
          place.all(NetworkDeclaration.class).stream().map(NetworkDeclaration::getName),
          end);
    }
    return List.of();
  }

  private static List<QuickFix> choices(String word, Stream<String> names, int offset) {
    List<String> choices = names.filter(Objects::nonNull).distinct().toList();
    return choices.size() > MOST_CHOICES
        ? List.of()
        : choices.stream()
            .map(
                name ->
                    new QuickFix(
                        "Write '" + word.strip() + " " + name + "'",
                        Edit.insertion(offset, word + name)))
            .toList();
  }

  private static List<QuickFix> withLimit(Words words, int comparison) {
    int start = comparison;
    while (start >= 0 && !words.get(start).is("query")) {
      start--;
    }
    List<Edit> asked = new ArrayList<>();
    asked.add(words.get(comparison).replace("="));
    int next = comparison + 1;
    while (next < words.all().size() && isOfNumber(words.get(next))) {
      asked.add(words.get(next).replace(next == comparison + 1 ? "?" : ""));
      next++;
    }
    List<QuickFix> fixes = new ArrayList<>();
    if (start >= 0) {
      fixes.add(new QuickFix("Make it a property", words.get(start).replace("property")));
    }
    if (asked.size() > 1) {
      fixes.add(new QuickFix("Ask for it", asked));
    }
    return fixes;
  }

  private static boolean isOfNumber(Words.Word word) {
    return word.isNumber() || word.is("+") || word.is("-") || word.is("/");
  }
}
