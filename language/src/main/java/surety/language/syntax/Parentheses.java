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
      int end = Opaque.end(text, at);
      if (end < 0 || open > most) {
        return false;
      }
      at = end + 1;
    }
    return true;
  }
}
