package surety.language.syntax;

/** Comments and text in quotation marks, in which no sign means what it means elsewhere. */
final class Opaque {
  private Opaque() {}

  /**
   * Where the comment or quoted text ends that begins at a place: the place of its last character.
   * The place itself, if none begins there; -1 if one begins that has no end.
   */
  static int end(String text, int at) {
    char c = text.charAt(at);
    return c == '"' ? endOfQuote(text, at) : c == '/' ? endOfComment(text, at) : at;
  }

  /** Quoted text ends in its line. */
  private static int endOfQuote(String text, int at) {
    for (int k = at + 1; k < text.length() && !isLineEnd(text.charAt(k)); k++) {
      if (text.charAt(k) == '"') {
        return k;
      }
    }
    return -1;
  }

  /** Of a comment; itself, if it is just a sign. */
  private static int endOfComment(String text, int at) {
    if (text.startsWith("//", at)) {
      return endOfLine(text, at) - 1;
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? -1 : end + 1;
    }
    return at;
  }

  /** Where the line ends that a place is in: behind its last character. */
  static int endOfLine(String text, int at) {
    int end = at;
    while (end < text.length() && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
