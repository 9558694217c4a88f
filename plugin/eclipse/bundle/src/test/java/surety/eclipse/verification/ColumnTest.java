package surety.eclipse.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import surety.eclipse.states.Item;
import surety.eclipse.states.Received;
import surety.language.ide.protocol.PropertyStatus;

class ColumnTest {
  private static List<String> row(PropertyStatus status) {
    Item item = new Item("file:///w/iris.sure", status);
    return Stream.of(Column.values()).map(column -> column.of(item)).toList();
  }

  @Test
  void all() {
    PropertyStatus status =
        new Received("rare")
            .with("title", "R1")
            .with("text", "P(y > 1)\n   < 1e-2")
            .with("state", "proved")
            .with("label", "proved")
            .with("bounds", "[0, 1]")
            .with("gap", "1")
            .with("seconds", 0.126)
            .with("established", "2026-01-01T00:00:00Z")
            .with("found", "2026-11-28 15:42")
            .with("certificate", "file:///w/c/iris.rare.cert")
            .with("actions", List.of())
            .status();
    assertEquals(
        List.of(
            "rare",
            "proved",
            "R1",
            "P(y > 1) < 1e-2",
            "[0, 1]",
            "1",
            "0.13 s",
            "2026-11-28 15:42",
            "iris.sure",
            "yes"),
        row(status));
  }

  @Test
  void whatIsNotKnownIsEmpty() {
    PropertyStatus status =
        new Received("rare").with("state", "stale").with("label", "stale").status();
    assertEquals(List.of("rare", "stale", "", "", "", "", "", "", "iris.sure", ""), row(status));
  }

  /** A refusal without its reason, or a run without a sign of life, would help nobody. */
  @Test
  void withoutBoundsItSaysWhy() {
    PropertyStatus refused =
        new Received("rare")
            .with("state", "failed")
            .with("label", "failed")
            .with("message", "the certificate is refused:\n its digest is wrong")
            .status();
    assertEquals("the certificate is refused: its digest is wrong", row(refused).get(4));
    PropertyStatus known =
        new Received("rare").with("bounds", "[0, 1]").with("message", "more words").status();
    assertEquals("[0, 1]", row(known).get(4));
  }
}
