package surety.eclipse.references;

import org.eclipse.lsp4j.Range;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Span;

/**
 * A place where a name is used.
 *
 * @param uri of the specification
 * @param range in its text, as the server found it
 * @param place the same
 * @param line counted from 1
 * @param words of the line, without the room around them
 * @param name the name, as a part of the words
 */
public record Use(String uri, Range range, Span place, int line, String words, Span name) {
  /** One in a text. */
  static Use of(String uri, Range range, String text) {
    Lines lines = new Lines(text);
    Span place = lines.span(range);
    int start = place.offset();
    while (start > 0 && !isEnd(text.charAt(start - 1))) {
      start--;
    }
    while (start < place.offset() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = place.offset();
    while (end < text.length() && !isEnd(text.charAt(end))) {
      end++;
    }
    String words = text.substring(start, end).stripTrailing();
    int before = Math.min(place.offset() - start, words.length());
    Span name = new Span(before, Math.min(place.length(), words.length() - before));
    return new Use(uri, range, place, 1 + lines.position(place.offset()).getLine(), words, name);
  }

  private static boolean isEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
