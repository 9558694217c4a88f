package surety.language;

/**
 * A place in a specification, within one line.
 *
 * @param line 1 for the first
 * @param column 1 for the first, in UTF-16 units
 * @param length in UTF-16 units
 */
public record Region(int line, int column, int length) {
  /** Refuses places that no text has. */
  public Region {
    if (line < 1 || column < 1 || length < 0) {
      throw new IllegalArgumentException(
          "line " + line + ", column " + column + ", length " + length + " is no place in a text");
    }
  }
}
