package surety.language.quickfix;

import java.util.List;

/** Moves options behind {@code under DISTRIBUTION}, and points before it, behind the sums. */
final class PlacementFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Words words = place.words();
    int index = words.indexAt(place.offset());
    if (place.message().contains(" stands too early;")) {
      int under = next(words, index, List.of("under", ";"));
      return words.get(under).is("under") && words.get(under + 1).isName()
          ? List.of(exchanged(place, words, index, under, under + 2))
          : List.of();
    }
    if (place.message().startsWith("'at' stands too late;") && words.get(index - 2).is("under")) {
      int end = next(words, index, List.of(";", "within", "timeout", "threads"));
      return end < words.all().size()
          ? List.of(exchanged(place, words, index - 2, index, end))
          : List.of();
    }
    return place.message().startsWith("the points stand behind the parenthesis")
        ? behindParenthesis(place, words, index)
        : List.of();
  }

  /** The points go behind the parenthesis that ends them. */
  private static List<QuickFix> behindParenthesis(Place place, Words words, int index) {
    int at = next(words, index, List.of("at", ";"));
    int end = next(words, at, List.of(")", ";"));
    if (!words.get(at).is("at") || !words.get(end).is(")")) {
      return List.of();
    }
    int start = words.get(at - 1).end();
    String points =
        place.specification().text().substring(words.get(at).offset(), words.get(end - 1).end());
    return List.of(
        new QuickFix(
            "Move '" + points + "' behind ')'",
            new Edit(start, words.get(end).end() - start, ") " + points)));
  }

  private static int next(Words words, int from, List<String> ends) {
    int index = from;
    while (index < words.all().size() && !ends.contains(words.get(index).text())) {
      index++;
    }
    return index;
  }

  /** The words from the first index to the second change places with those up to the third. */
  private static QuickFix exchanged(Place place, Words words, int from, int middle, int to) {
    int start = words.get(from).offset();
    int end = words.get(middle - 1).end();
    int next = words.get(middle).offset();
    int last = words.get(to - 1).end();
    String text = place.specification().text();
    String left = text.substring(start, end);
    String right = text.substring(next, last);
    return new QuickFix(
        "Move '" + words.get(middle).text() + " ...' forward",
        new Edit(start, left.length(), right),
        new Edit(next, right.length(), left));
  }
}
