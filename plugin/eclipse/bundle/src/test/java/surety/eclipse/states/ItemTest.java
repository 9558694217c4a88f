package surety.eclipse.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;

class ItemTest {
  private static PropertyStatus status(String name, String title, List<String> actions) {
    return new Received(name)
        .with("title", title)
        .with("text", "P(y > 1) < 1e-2")
        .with("state", "proved")
        .with("label", "proved")
        .with("actions", actions)
        .status();
  }

  private final Item item =
      new Item("file:///w/iris.sure", status("rare", "R1: Rare", List.of("verify")));

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "rare", "RARE", "r1 proved", "iris.sure", "y > 1", "property"})
  void shown(String filter) {
    assertTrue(item.matches(filter));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rare violated", "frequent", "[", "file:///", ".*"})
  void hidden(String filter) {
    assertFalse(item.matches(filter));
  }

  @Test
  void withoutATitleNothingBreaks() {
    assertFalse(new Item("x", status("a", null, null)).matches("null"));
    assertFalse(new Item("x", status("a", null, null)).can("verify"));
  }

  @Test
  void actions() {
    assertTrue(item.can("verify"));
    assertFalse(item.can("replay"));
  }

  @Test
  void theSameInAnotherState() {
    assertTrue(item.isSameAs(new Item(item.uri(), status("rare", null, null))));
    assertFalse(item.isSameAs(new Item(item.uri(), status("low", null, null))));
    assertFalse(item.isSameAs(new Item("file:///w/b.sure", item.status())));
    assertFalse(item.isSameAs(null));
  }

  @Test
  void inTheOrderOfFilesAndTexts() {
    var first =
        new SpecificationStatus(
            "file:/w/a.sure",
            1,
            true,
            null,
            "",
            List.of(status("z", null, null), status("a", null, null)));
    var second =
        new SpecificationStatus(
            "file:/w/b.sure", 1, true, null, "", List.of(status("m", null, null)));
    List<Item> all = Item.all(List.of(first, second));
    assertEquals(List.of("z", "a", "m"), all.stream().map(each -> each.status().name()).toList());
    assertEquals("file:///w/a.sure", all.get(0).uri());
  }
}
