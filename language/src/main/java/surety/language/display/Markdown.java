package surety.language.display;

import java.util.regex.Pattern;

/**
 * Words that somebody else wrote, as part of a Markdown text: they look as they were written, and
 * do nothing, in any place of a line, a table or a link.
 */
public final class Markdown {
  private static final String SPECIAL = "\\*_[]<>|~&#";
  private static final Pattern BEGINNING = Pattern.compile("[-+=].*|[0-9]+[.)].*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Markdown() {}

  /** In one line. Backquotes become plain ones, for not every viewer knows how to escape them. */
  public static String escaped(String words) {
    String line = oneLine(words).replace('`', '\'');
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < line.length(); k++) {
      char c = line.charAt(k);
      boolean isTarget = c == '(' && k > 0 && line.charAt(k - 1) == ']';
      if (SPECIAL.indexOf(c) >= 0 || isTarget) {
        text.append('\\');
      }
      text.append(c);
    }
    if (BEGINNING.matcher(line).matches()) {
      int mark = 0;
      while (Character.isDigit(line.charAt(mark))) {
        mark++;
      }
      text.insert(mark, '\\');
    }
    return text.toString();
  }

  /** As code in a line. */
  public static String code(String words) {
    String line = oneLine(words).replace('`', '\'');
    return line.isEmpty() ? "" : "`" + line + "`";
  }

  private static String oneLine(String words) {
    return BLANKS.matcher(words.strip()).replaceAll(" ");
  }
}
