package surety.language.syntax;

/**
 * Counts open parentheses without a lexer, which would take as long as that of the parser. Comments
 * and text in quotation marks are passed over; where one has no end, it gives up.
 */
final class Parentheses {
  private final String text;
  private final int most;
  private int at;
  private int open;

  private Parentheses(String text, int most) {
    this.text = text;
    this.most = most;
  }

  /** Whether surely nowhere more than so many are open. */
  static boolean areAtMost(int most, String text) {
    return new Parentheses(text, most).areWithin();
  }

  private boolean areWithin() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '(') {
        open++;
      } else if (c == ')') {
        open = Math.max(0, open - 1);
      }
      int end = c == '"' ? endOfQuote() : c == '/' ? endOfComment() : at;
      if (end < 0 || open > most) {
        return false;
      }
      at = end + 1;
    }
    return true;
  }

  /** Quoted text ends in its line. */
  private int endOfQuote() {
    for (int k = at + 1; k < text.length() && text.charAt(k) != '\n'; k++) {
      if (text.charAt(k) == '"') {
        return k;
      }
      if (text.charAt(k) == '\r') {
        return -1;
      }
    }
    return -1;
  }

  /** Of a comment; itself, if it is just a sign. */
  private int endOfComment() {
    if (text.startsWith("//", at)) {
      int end = at;
      while (end + 1 < text.length() && "\r\n".indexOf(text.charAt(end + 1)) < 0) {
        end++;
      }
      return end;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? -1 : end + 1;
    }
    return at;
  }
}
