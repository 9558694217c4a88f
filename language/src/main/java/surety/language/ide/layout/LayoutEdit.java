package surety.language.ide.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Blanks and line breaks that give way to others.
 *
 * @param offset where, from 0
 * @param length how many characters go
 * @param replacement what comes in their place
 */
record LayoutEdit(int offset, int length, String replacement) {
  /**
   * The edits that make one text of another with the same characters apart from blanks: as few as
   * possible, so that cursors and marks in the text stay where they belong.
   *
   * @throws IllegalArgumentException if the texts differ in more than blanks
   */
  static List<LayoutEdit> between(String before, String after) {
    List<LayoutEdit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (true) {
      int endBefore = endOfBlanks(before, i);
      int endAfter = endOfBlanks(after, j);
      String wanted = after.substring(j, endAfter);
      if (!before.substring(i, endBefore).equals(wanted)) {
        edits.add(new LayoutEdit(i, endBefore - i, wanted));
      }
      if (endBefore == before.length() && endAfter == after.length()) {
        return edits;
      }
      if (endBefore == before.length()
          || endAfter == after.length()
          || before.charAt(endBefore) != after.charAt(endAfter)) {
        throw new IllegalArgumentException("the texts differ in more than blanks");
      }
      i = endBefore + 1;
      j = endAfter + 1;
    }
  }

  private static int endOfBlanks(String text, int from) {
    int end = from;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** As the grammar has it. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\uFEFF';
  }
}
