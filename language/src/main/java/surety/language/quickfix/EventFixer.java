package surety.language.quickfix;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes events with the words of this language. */
final class EventFixer implements Fixer {
  private static final Map<String, String> OPERATORS = Map.of("&", "and", "|", "or", "!", "not");

  /** What stands around an event; not a comparison, which may go on. */
  private static final List<String> BEFORE = List.of("(", "|", "=");

  private static final List<String> BEHIND = List.of(")", "|", ";");

  @Override
  public List<QuickFix> fixes(Place place) {
    Words words = place.words();
    int index = words.indexAt(place.offset());
    String message = place.message();
    for (int k = index; k <= index + 1; k++) {
      String word = words.get(k).text();
      if (message.startsWith("'" + word + "' is not understood; write '|'")) {
        return List.of(new QuickFix("Write '|'", words.get(k).replace("|")));
      }
      if (message.equals(
          "'" + word + "' is not understood; write '" + word.toLowerCase(Locale.ROOT) + "'")) {
        return written(words.get(k), word.toLowerCase(Locale.ROOT));
      }
      if (message.startsWith("'" + word + "' is not understood; write ") && word.length() > 1) {
        return joined(words, k);
      }
    }
    if (message.matches("'(&|!|\\|\\|)' is not understood; write '\\w+'")) {
      String sign = message.substring(1, 2);
      return operator(words, sign.equals("|") ? index - 1 : words.near(index, sign));
    }
    if (message.startsWith("'{' is not understood here; several classes")) {
      return words.get(index - 1).is("==") ? written(words.get(index - 1), "in") : List.of();
    }
    if (message.startsWith("between the brackets behind 'in' stand two numbers")) {
      return braces(words, words.get(index).is("[") ? index : index - 1);
    }
    return message.startsWith("behind 'in' stands an interval ") ? set(words, index) : List.of();
  }

  private static List<QuickFix> written(Words.Word word, String text) {
    return List.of(new QuickFix("Write '" + text + "'", word.replace(text)));
  }

  /** One sign, or two of the same, with blanks around the word. */
  private static List<QuickFix> operator(Words words, int index) {
    Words.Word first = words.get(index);
    String word = OPERATORS.get(first.text());
    if (word == null) {
      return List.of();
    }
    Words.Word second = words.get(index + 1);
    int end = second.is(first.text()) ? second.end() : first.end();
    String before = words.get(index - 1).end() == first.offset() && !word.equals("not") ? " " : "";
    boolean isClose = words.get(second.end() == end ? index + 2 : index + 1).offset() == end;
    return List.of(
        new QuickFix(
            "Write '" + word + "'",
            new Edit(first.offset(), end - first.offset(), before + word + (isClose ? " " : ""))));
  }

  /** Between two names only: of anything longer nobody knows where it begins. */
  private static List<QuickFix> joined(Words words, int index) {
    Words.Word left = words.get(index - 1);
    Words.Word right = words.get(index + 1);
    boolean isWhole =
        left.isName()
            && right.isName()
            && BEFORE.contains(words.get(index - 2).text())
            && BEHIND.contains(words.get(index + 2).text());
    if (!isWhole) {
      return List.of();
    }
    String a = left.text();
    String b = right.text();
    String text =
        switch (words.get(index).text()) {
          case "implies" -> "not " + a + " or " + b;
          case "iff" -> "(" + a + " and " + b + ") or not (" + a + " or " + b + ")";
          default -> "(" + a + " and not " + b + ") or (" + b + " and not " + a + ")";
        };
    return List.of(
        new QuickFix(
            "Write '" + text + "'", new Edit(left.offset(), right.end() - left.offset(), text)));
  }

  /** Around names that stand in brackets. */
  private static List<QuickFix> braces(Words words, int open) {
    int last = open + 1;
    while (words.get(last).isName() && words.get(last + 1).is(",")) {
      last += 2;
    }
    return words.get(open).is("[") && words.get(last).isName() && words.get(last + 1).is("]")
        ? List.of(
            new QuickFix(
                "Write '{...}'", words.get(open).replace("{"), words.get(last + 1).replace("}")))
        : List.of();
  }

  /** Names behind {@code in}, one after the other. */
  private static List<QuickFix> set(Words words, int first) {
    if (!words.get(first).isName()) {
      return List.of();
    }
    StringBuilder set = new StringBuilder("{").append(words.get(first).text());
    int last = first;
    while (words.get(last + 1).is(",") && words.get(last + 2).isName()) {
      last += 2;
      set.append(", ").append(words.get(last).text());
    }
    int offset = words.get(first).offset();
    String text = set.append('}').toString();
    return List.of(
        new QuickFix(
            "Write '" + text + "'", new Edit(offset, words.get(last).end() - offset, text)));
  }
}
