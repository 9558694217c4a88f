package surety.language.ide.completion;

/** Whether a place in a text is one for quantities, or for events and sums inside of them. */
final class QuantityPlace {
  private QuantityPlace() {}

  /**
   * Whether variables and comparisons belong there: behind the bracket of a function, or in a named
   * event.
   *
   * @param text before the place
   */
  static boolean isInside(String text) {
    int start = Math.max(text.lastIndexOf(';'), text.lastIndexOf('}')) + 1;
    String declaration = text.substring(start);
    if (declaration.strip().startsWith("event ")) {
      return true;
    }
    int open = 0;
    for (int k = declaration.length() - 1; k >= 0; k--) {
      char c = declaration.charAt(k);
      open += c == ')' ? 1 : 0;
      if (c == '(') {
        boolean isOfFunction = k > 0 && Character.isLetter(declaration.charAt(k - 1));
        if (open == 0 && isOfFunction) {
          return true;
        }
        open = Math.max(0, open - 1);
      }
    }
    return false;
  }
}
