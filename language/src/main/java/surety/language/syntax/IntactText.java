package surety.language.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A text without what cannot be parsed. What is left is where it was, and means what it meant:
 * blanks stand for the rest.
 */
public final class IntactText {
  private IntactText() {}

  /**
   * The same text with blanks in the place of each part that cannot be parsed, and of each that
   * bears the name of such a part: which of them is meant is not known.
   *
   * @param isWellFormed whether a text is an element that can be parsed
   */
  public static String of(String text, Predicate<String> isWellFormed) {
    List<TextPart> parts = TextParts.of(text);
    Set<String> doubtful = new HashSet<>();
    List<TextPart> whole = new ArrayList<>();
    StringBuilder intact = new StringBuilder(text);
    for (TextPart part : parts) {
      if (!part.word().isEmpty() && isWellFormed.test(text.substring(part.start(), part.end()))) {
        whole.add(part);
      } else {
        part.identity().ifPresent(doubtful::add);
        blank(intact, part);
      }
    }
    whole.stream()
        .filter(part -> part.identity().filter(doubtful::contains).isPresent())
        .forEach(part -> blank(intact, part));
    return intact.toString();
  }

  private static void blank(StringBuilder text, TextPart part) {
    for (int k = part.start(); k < part.end(); k++) {
      if (text.charAt(k) != '\n' && text.charAt(k) != '\r') {
        text.setCharAt(k, ' ');
      }
    }
  }
}
