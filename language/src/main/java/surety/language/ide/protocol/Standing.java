package surety.language.ide.protocol;

import java.util.List;

/**
 * Which results hold. A client that takes back results by itself while a text is being edited
 * learns from it which it can show again.
 *
 * @param version of the {@link SpecificationStatus} that says the same; 0 if nothing is known
 * @param names of the properties and queries that have a result, if only that they failed
 */
public record Standing(long version, List<String> names) {
  /** Keeps its own list. */
  public Standing {
    names = List.copyOf(names);
  }
}
