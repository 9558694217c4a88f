package surety.eclipse.text;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * The lines of a text, as editors count them: each ends with {@code \n}, {@code \r\n} or {@code
 * \r}. A place outside the text becomes the nearest one inside.
 */
public final class Lines {
  private final List<Integer> starts = new ArrayList<>();
  private final CharSequence text;

  /** The lines of the text as it is now. */
  public Lines(CharSequence text) {
    this.text = text;
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isFirstOfTwo = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !isFirstOfTwo)) {
        starts.add(i + 1);
      }
    }
  }

  /** The number of characters before a place. */
  public int offset(Position place) {
    if (place.getLine() < 0) {
      return 0;
    }
    if (place.getLine() >= starts.size()) {
      return text.length();
    }
    int start = starts.get(place.getLine());
    long offset = (long) start + Math.max(0, place.getCharacter());
    return (int) Math.min(offset, end(place.getLine()));
  }

  /** The place behind so many characters. */
  public Position position(int offset) {
    int inside = Math.max(0, Math.min(offset, text.length()));
    int low = 0;
    int high = starts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (starts.get(middle) <= inside) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return new Position(low, inside - starts.get(low));
  }

  /** Where a range lies; never of negative length. */
  public Span span(Range range) {
    int start = offset(range.getStart());
    return new Span(start, Math.max(0, offset(range.getEnd()) - start));
  }

  /** Behind the last character of a line, without what ends it. */
  private int end(int line) {
    if (line + 1 == starts.size()) {
      return text.length();
    }
    int end = starts.get(line + 1) - 1;
    boolean isTwo = end > 0 && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r';
    return isTwo && end > starts.get(line) ? end - 1 : end;
  }
}
