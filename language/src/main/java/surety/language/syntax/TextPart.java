package surety.language.syntax;

import java.util.Objects;
import java.util.Optional;

/**
 * A part of a text that begins as an element does, or what stands between such parts.
 *
 * @param word the one that it begins with, such as {@code property}; empty of what stands between
 * @param name the name behind the word, if one stands there
 * @param base the name behind {@code under} or {@code for}, if one stands there
 * @param start where it begins, from 0, in UTF-16 units
 * @param headEnd where the name ends, or else the word
 * @param end where it ends
 * @param words all of it, without comments, and with one blank for several: what it means does not
 *     depend on more of it
 */
public record TextPart(
    String word,
    Optional<String> name,
    Optional<String> base,
    int start,
    int headEnd,
    int end,
    String words) {
  /** Refuses missing parts. */
  public TextPart {
    Objects.requireNonNull(word);
    Objects.requireNonNull(name);
    Objects.requireNonNull(base);
    Objects.requireNonNull(words);
  }

  /** Whether it begins as a property or query does. */
  public boolean isClaim() {
    return word.equals("property") || word.equals("query");
  }

  /** What no other of its kind may be called, if it has a name. */
  Optional<String> identity() {
    return name.map(n -> (isClaim() ? "claim" : word) + " " + n);
  }
}
