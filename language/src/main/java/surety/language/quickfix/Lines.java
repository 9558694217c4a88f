package surety.language.quickfix;

/**
 * The lines of a text, for edits that leave no blank lines and no stray blanks behind.
 *
 * @param text with line feeds, or carriage returns and line feeds
 */
record Lines(String text) {
  /** What ends a line in this text. */
  String separator() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Where the line begins. */
  int start(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Whether there are only blanks before it on its line. */
  boolean isFirst(int offset) {
    return blanksBefore(offset) == start(offset);
  }

  /** The blanks at the beginning of the line. */
  String indent(int offset) {
    int start = start(offset);
    return text.substring(start, blanksAfter(start));
  }

  /** Deletes a part, and its line if nothing else is on it. */
  Edit deletion(int from, int to) {
    int after = blanksAfter(to);
    if (!isFirst(from)) {
      return Edit.deletion(blanksBefore(from), to);
    }
    if (after == text.length()) {
      return Edit.deletion(start(from), after);
    }
    boolean ends = text.startsWith("\n", after) || text.startsWith("\r\n", after);
    return ends
        ? Edit.deletion(start(from), text.indexOf('\n', after) + 1)
        : Edit.deletion(from, after);
  }

  private int blanksBefore(int offset) {
    int at = offset;
    while (at > 0 && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int blanksAfter(int offset) {
    int at = offset;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\uFEFF';
  }
}
