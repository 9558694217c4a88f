package surety.language.quickfix;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import surety.language.translation.Numbers;

/** Writes signs and numbers of other languages in the way of this one. */
final class SignFixer implements Fixer {
  private static final Pattern OPEN_TEXT =
      Pattern.compile("\"[^\"\\r\\n]*?(?=\\s*[;:{]?[ \\t]*(\\r?\\n|$))");
  private static final Pattern OPEN_NUMBER = Pattern.compile("[0-9]+\\.(?![0-9])");

  @Override
  public List<QuickFix> fixes(Place place) {
    Words words = place.words();
    int index = words.indexAt(place.offset());
    Words.Word word = words.get(index);
    Words.Word before = words.get(index - 1);
    String message = place.message();
    if (message.startsWith("'≤' is not understood")) {
      return write(words.get(words.near(index, "≤")), "<=");
    }
    if (message.startsWith("'≥' is not understood")) {
      return write(words.get(words.near(index, "≥")), ">=");
    }
    if (message.startsWith("'->' is not understood; write ")) {
      return arrow(words, words.near(index, "-"), message.charAt(message.indexOf("write ") + 6));
    }
    if (message.equals("expected ';', not '['; to cut a distribution off write 'on [...]'")) {
      return List.of(
          new QuickFix(
              "Write 'on'",
              Edit.insertion(word.offset(), word.offset() == before.end() ? " on " : "on ")));
    }
    if (message.startsWith("'.' is not understood")
        && words.get(index + 1).isNumber()
        && !before.isNumber()) {
      return List.of(new QuickFix("Write '0.'", Edit.insertion(word.offset(), "0")));
    }
    if (message.startsWith("'%' is not understood")) {
      return percentage(words, index);
    }
    if (message.startsWith("'[' is not understood")) {
      int open = before.is("[") ? index - 1 : index;
      while (open > 0 && !words.get(open).is("[") && !words.get(open).is(";")) {
        open--;
      }
      return words.get(open).is("[") ? parentheses(words, open) : List.of();
    }
    if (message.endsWith("for a fixed value write '=' instead of '~'") && isNumber(word)) {
      return before.is("~") ? write(before, "=") : List.of();
    }
    if (message.endsWith("for a distribution write '~' instead of '='") && word.isName()) {
      return before.is("=") ? write(before, "~") : List.of();
    }
    if (message.startsWith("expected 'INPUT ~ DISTRIBUTION;'") && message.endsWith("not ':'")) {
      return write(words.get(words.near(index, ":")), "~");
    }
    if (message.startsWith("'" + word.text() + "' is not understood behind ")
        && before.isNumber()
        && before.end() == word.offset()) {
      return List.of(new QuickFix("Write '*'", product(before, word)));
    }
    return unfinished(place);
  }

  private static List<QuickFix> write(Words.Word word, String text) {
    return List.of(new QuickFix("Write '" + text + "'", word.replace(text)));
  }

  /** Of a distribution or a number the sign that stands before it. */
  private static List<QuickFix> arrow(Words words, int index, char sign) {
    Words.Word head = words.get(index + 1);
    if (!words.get(index).is("-") || !head.is(">")) {
      return List.of();
    }
    boolean isDistribution = words.get(index + 2).isName() && words.get(index + 3).is("(");
    String written = sign == '~' && !isDistribution ? "=" : String.valueOf(sign);
    int offset = words.get(index).offset();
    return List.of(
        new QuickFix("Write '" + written + "'", new Edit(offset, head.end() - offset, written)));
  }

  private static boolean isNumber(Words.Word word) {
    return word.isNumber() || word.is("-") || word.is("+");
  }

  private static Edit product(Words.Word number, Words.Word name) {
    return Edit.insertion(number.end(), number.end() == name.offset() ? " * " : " *");
  }

  private static List<QuickFix> percentage(Words words, int index) {
    Words.Word number = words.get(index - 1);
    if (!number.isNumber()
        || words.get(index - 2).is("/")
        || Numbers.parse(number.text()).isEmpty()) {
      return List.of();
    }
    String text = new BigDecimal(number.text()).movePointLeft(2).stripTrailingZeros().toString();
    return List.of(
        new QuickFix("Write '" + text + "'", number.replace(text), words.get(index).replace("")));
  }

  /** For P[...] and Uniform[...], which may have brackets inside. */
  private static List<QuickFix> parentheses(Words words, int index) {
    int open = 1;
    for (int i = index + 1; i < words.all().size() && !words.get(i).is(";"); i++) {
      open += words.get(i).is("[") ? 1 : words.get(i).is("]") ? -1 : 0;
      if (open == 0) {
        return List.of(
            new QuickFix(
                "Write '(...)'", words.get(index).replace("("), words.get(i).replace(")")));
      }
    }
    return List.of();
  }

  /** What the words do not show, for the parser could not tell where they end. */
  private static List<QuickFix> unfinished(Place place) {
    String text = place.specification().text();
    if (place.message().startsWith("the text does not end on this line")) {
      return inserted(OPEN_TEXT.matcher(text), place.offset(), "\"");
    }
    if (place.message().startsWith("the number is not complete")) {
      return inserted(OPEN_NUMBER.matcher(text), place.offset(), "0");
    }
    if (place.message().startsWith("the comment does not end")) {
      String line = text.substring(place.offset()).lines().findFirst().orElse("").stripTrailing();
      return List.of(
          new QuickFix("Write '*/'", Edit.insertion(place.offset() + line.length(), " */")));
    }
    return List.of();
  }

  private static List<QuickFix> inserted(Matcher matcher, int offset, String text) {
    matcher.region(offset, matcher.regionEnd()).useTransparentBounds(true);
    return matcher.lookingAt()
        ? List.of(new QuickFix("Write '" + text + "'", Edit.insertion(matcher.end(), text)))
        : List.of();
  }
}
