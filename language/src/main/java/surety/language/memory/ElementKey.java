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
 * @param bases of the networks, the distribution, the loop, the named events and the constants that
 *     it refers to
 */
public record ElementKey(String text, List<Optional<String>> files, List<ElementKey> bases) {
  /** Keeps its own lists. */
  public ElementKey {
    Objects.requireNonNull(text);
    files = List.copyOf(files);
    bases = List.copyOf(bases);
  }
}
