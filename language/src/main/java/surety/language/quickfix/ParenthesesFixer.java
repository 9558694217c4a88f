package surety.language.quickfix;

import java.util.ArrayList;
import java.util.List;

/** Takes away the parentheses around a comparison, of which P(...) has a pair already. */
final class ParenthesesFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    if (!place.message().startsWith("the comparison '")
        || !place.message().contains("stands inside of parentheses")) {
      return List.of();
    }
    Words words = place.words();
    int index = words.indexAt(place.offset());
    int open = unmatched(words, index, -1, "(", ")");
    if (open < 0) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(words.get(open).replace(""));
    if (isBalanced(words, index)) {
      int close = unmatched(words, index, 1, ")", "(");
      if (close < 0) {
        return List.of();
      }
      edits.add(words.get(close).replace(""));
    }
    return List.of(new QuickFix("Delete the parentheses", edits.toArray(Edit[]::new)));
  }

  /** The first parenthesis from a place on, within the declaration, whose partner lies beyond. */
  private static int unmatched(Words words, int from, int step, String wanted, String partner) {
    int partners = 0;
    for (int i = from; isInside(words, i); i += step) {
      if (words.get(i).is(wanted) && partners-- == 0) {
        return i;
      }
      partners += words.get(i).is(partner) ? 1 : 0;
    }
    return -1;
  }

  private static boolean isBalanced(Words words, int index) {
    int open = 0;
    for (int step : new int[] {-1, 1}) {
      for (int i = index; isInside(words, i); i += step) {
        open += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
      }
    }
    return open == 0;
  }

  private static boolean isInside(Words words, int index) {
    return index >= 0
        && index < words.all().size()
        && !words.get(index).is(";")
        && !words.get(index).is(":");
  }
}
