package surety.language.quickfix;

import java.util.Objects;

/**
 * A part of a text that is replaced.
 *
 * @param offset from 0, in UTF-16 units of the text before any edit
 * @param length in UTF-16 units; 0 for an insertion
 * @param text what stands there afterwards; empty for a deletion
 */
public record Edit(int offset, int length, String text) {
  /** Refuses what is no part of any text. */
  public Edit {
    Objects.requireNonNull(text);
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("no part of a text: " + offset + ", " + length);
    }
  }

  static Edit insertion(int offset, String text) {
    return new Edit(offset, 0, text);
  }

  static Edit deletion(int from, int to) {
    return new Edit(from, to - from, "");
  }

  int end() {
    return offset + length;
  }
}
