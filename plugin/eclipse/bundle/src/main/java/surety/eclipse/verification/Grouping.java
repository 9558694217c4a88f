package surety.eclipse.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import surety.eclipse.states.Item;
import surety.eclipse.text.Uris;

/** How the rows of the table are grouped. */
enum Grouping {
  /** Not at all: by file, and in the order of the text. */
  NONE("No Groups"),
  /** By the file in which they stand. */
  FILE("Group by File"),
  /** By what stands before the colon of their titles, such as R1. */
  PREFIX("Group by Prefix of Title");

  /** Of titles without a colon, and where there is no title. */
  static final String WITHOUT = "(no prefix)";

  private final String label;

  Grouping(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Items, or groups of them in the order of their first ones. */
  List<Row> rows(List<Item> items) {
    if (this == NONE) {
      return items.stream().<Row>map(Row.Leaf::new).toList();
    }
    Map<String, List<Item>> groups = new LinkedHashMap<>();
    items.forEach(item -> groups.computeIfAbsent(title(item), t -> new ArrayList<>()).add(item));
    return groups.entrySet().stream()
        .<Row>map(group -> new Row.Group(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  private String title(Item item) {
    return this == FILE ? Uris.name(item.uri()) : prefix(item.status().title());
  }

  private static String prefix(String title) {
    int colon = title == null ? -1 : title.indexOf(':');
    String prefix = colon < 0 ? "" : title.substring(0, colon).strip();
    return prefix.isEmpty() ? WITHOUT : prefix;
  }
}
