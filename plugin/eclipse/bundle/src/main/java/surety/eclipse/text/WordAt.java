package surety.eclipse.text;

/**
 * The name at a place in a text.
 *
 * @param word empty if there is none
 */
public record WordAt(String word, Span span) {
  /** The one around, before or behind the place. */
  public static WordAt of(String text, int offset) {
    int start = Math.max(0, Math.min(offset, text.length()));
    int end = start;
    while (start > 0 && isPart(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    return new WordAt(text.substring(start, end), new Span(start, end - start));
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
