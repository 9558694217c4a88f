package surety.eclipse.text;

/**
 * A part of a text.
 *
 * @param offset the number of characters before it
 * @param length its number of characters
 */
public record Span(int offset, int length) {
  /** Behind its last character. */
  public int end() {
    return offset + length;
  }
}
