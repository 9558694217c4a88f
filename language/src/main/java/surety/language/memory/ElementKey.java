package surety.language.memory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the meaning of an element depends on, wherever it stands in its document: two elements
 * with equal keys are both right or both wrong in themselves, and mean the same.
 *
 * @param text of the element, with the comments in it; it could be parsed
 * @param files what is known of the files that it names, in the order of the text: a digest, or
 *     nothing if a file cannot be used
 * @param base of the network or distribution that it refers to, if it refers to one
 */
public record ElementKey(String text, List<Optional<String>> files, Optional<ElementKey> base) {
  /** Keeps its own list. */
  public ElementKey {
    Objects.requireNonNull(text);
    files = List.copyOf(files);
    Objects.requireNonNull(base);
  }
}
