package surety.eclipse.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import surety.eclipse.states.Item;
import surety.language.ide.protocol.PropertyStatus;

class ColumnTest {
  private static List<String> row(PropertyStatus status) {
    Item item = new Item("file:///w/iris.sure", status);
    return Stream.of(Column.values()).map(column -> column.of(item)).toList();
  }

  @Test
  void all() {
    PropertyStatus status =
        new PropertyStatus(
            "rare",
            "R1",
            "property",
            "P(y > 1)\n   < 1e-2",
            "proved",
            "proved",
            "[0, 1]",
            "1",
            null,
            0.126,
            "2026-01-01T00:00:00Z",
            "just now",
            "file:///w/c/iris.rare.cert",
            null,
            null,
            null,
            List.of(),
            null);
    assertEquals(
        List.of(
            "proved",
            "rare",
            "P(y > 1) < 1e-2",
            "[0, 1]",
            "1",
            "0.13 s",
            "just now",
            "iris.sure",
            "yes"),
        row(status));
  }

  @Test
  void whatIsNotKnownIsEmpty() {
    PropertyStatus status =
        new PropertyStatus(
            "rare",
            null,
            "property",
            null,
            "stale",
            "stale",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    assertEquals(List.of("stale", "rare", "", "", "", "", "", "iris.sure", ""), row(status));
  }
}
