package surety.language.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementMemoryTest {
  private final ElementMemory memory = new ElementMemory();
  private int works;

  private static ElementKey key(String text) {
    return new ElementKey(text, List.of(), List.of());
  }

  private String recall(String text) {
    return memory.recall(key(text), String.class, () -> text + ++works);
  }

  @Test
  void findsOutOnce() {
    assertEquals("a1", recall("a"));
    assertEquals("a1", recall("a"));
    assertEquals("b2", recall("b"));
    assertEquals(Optional.of("a1"), memory.find(key("a"), String.class));
    assertEquals(Optional.empty(), memory.find(key("c"), String.class));
  }

  @Test
  void kindsAreApart() {
    memory.keep(key("a"), Integer.class, 7);
    assertEquals("a1", recall("a"));
    assertEquals(Optional.of(7), memory.find(key("a"), Integer.class));
  }

  @Test
  void whatDiffersInAnyPartIsAnother() {
    ElementKey base = new ElementKey("a", List.of(Optional.of("1")), List.of(key("b")));
    memory.keep(base, String.class, "known");
    for (ElementKey other :
        List.of(
            new ElementKey("a ", List.of(Optional.of("1")), List.of(key("b"))),
            new ElementKey("a", List.of(Optional.of("2")), List.of(key("b"))),
            new ElementKey("a", List.of(Optional.empty()), List.of(key("b"))),
            new ElementKey("a", List.of(), List.of(key("b"))),
            new ElementKey("a", List.of(Optional.of("1")), List.of(key("c"))),
            new ElementKey("a", List.of(Optional.of("1")), List.of()))) {
      assertEquals(Optional.empty(), memory.find(other, String.class), other::toString);
    }
  }

  @Test
  void whatAReadingDidNotNeedIsForgotten() {
    recall("a");
    memory.finish();
    recall("b");
    memory.finish();
    assertEquals(Optional.empty(), memory.find(key("a"), String.class));
    assertEquals("b2", recall("b"));
  }

  @Test
  void aReadingThatWasBrokenOffForgetsNothing() {
    recall("a");
    recall("b");
    memory.finish();
    recall("a");
    recall("b");
    assertEquals(2, works);
  }

  @Test
  void aFailureIsNotKept() {
    assertThrows(
        IllegalStateException.class,
        () ->
            memory.recall(
                key("a"),
                String.class,
                () -> {
                  throw new IllegalStateException();
                }));
    assertEquals("a1", recall("a"));
  }

  /** The twin: sets of what the last finished reading and the present one were asked for. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void remembersTwoReadings(long seed) {
    Random random = new Random(seed);
    Set<String> last = new HashSet<>();
    Set<String> current = new HashSet<>();
    for (int step = 0; step < 500; step++) {
      if (random.nextInt(10) == 0) {
        memory.finish();
        last = current;
        current = new HashSet<>();
      }
      String text = "k" + random.nextInt(12);
      boolean isKnown = last.contains(text) || current.contains(text);
      int before = works;
      assertTrue(recall(text).startsWith(text));
      assertEquals(isKnown, works == before);
      current.add(text);
    }
  }
}
