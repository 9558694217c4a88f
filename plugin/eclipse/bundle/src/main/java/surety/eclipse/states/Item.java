package surety.eclipse.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;

/**
 * A property or query of the workspace.
 *
 * @param uri of its specification
 * @param status where it stands
 */
public record Item(String uri, PropertyStatus status) {
  /** All of them, by file and in the order of the text. */
  public static List<Item> all(List<SpecificationStatus> specifications) {
    List<Item> items = new ArrayList<>();
    for (SpecificationStatus specification : specifications) {
      String uri = Uris.of(specification.uri());
      specification.properties().forEach(property -> items.add(new Item(uri, property)));
    }
    return items;
  }

  /** Whether it is the same property or query, however it stands. */
  public boolean isSameAs(Item other) {
    return other != null && uri.equals(other.uri) && status.name().equals(other.status.name());
  }

  /** Whether something can be done now: verify, replay, cancel or showBand. */
  public boolean can(String action) {
    return status.actions() != null && status.actions().contains(action);
  }

  /** Whether each word of the filter is somewhere in what is shown of it. */
  public boolean matches(String filter) {
    String shown =
        Stream.of(
                Uris.name(uri),
                status.name(),
                status.title(),
                status.text(),
                status.label(),
                status.state(),
                status.kind())
            .filter(Objects::nonNull)
            .reduce("", (a, b) -> a + "\n" + b)
            .toLowerCase(Locale.ROOT);
    return Stream.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
        .allMatch(shown::contains);
  }
}
