package surety.language;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A query that is read as if it stood below a specification, where it means what it would there.
 */
final class AddedQuery {
  private AddedQuery() {}

  /**
   * Reads one.
   *
   * @param name unused so far
   * @param asked what stands behind the name, without the semicolon
   * @return nothing if there is something wrong with it
   */
  static Optional<Obligation> read(Specification specification, String name, String asked) {
    String text = specification.text() + "\nquery %s: %s;\n".formatted(name, asked);
    return new SpecificationReader()
        .read(specification.file(), text).obligations().stream()
            .filter(obligation -> obligation.name().equals(name))
            .findFirst();
  }

  /** A name that nothing has, and that is nowhere referred to. */
  static String unused(Specification specification, String wish) {
    Set<String> taken =
        specification.declarations().stream().map(Declaration::name).collect(Collectors.toSet());
    String name = wish;
    while (taken.contains(name) || specification.text().contains(name)) {
      name += "_";
    }
    return name;
  }
}
