package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.solver.search.CondensedEvent.Literal;

class CondensedEventTest {
  private static CondensedEvent of(PlainEvent event) {
    return CondensedEvent.of(event).orElseThrow();
  }

  @Test
  void conjunctionsAreListsOfLiterals() {
    CondensedEvent event = of(Cases.and(Cases.atMost(0, 1), Cases.not(Cases.atMost(1, 2))));
    assertFalse(event.isComplement());
    assertEquals(
        List.of(new Literal(0, 1, 1, true), new Literal(1, 2, -1, false)), event.literals());
  }

  @Test
  void disjunctionsAreComplements() {
    CondensedEvent event = of(Cases.or(Cases.atMost(0, 1), Cases.atMost(1, 2)));
    assertTrue(event.isComplement());
    assertEquals(
        List.of(new Literal(0, 1, -1, false), new Literal(1, 2, -1, false)), event.literals());
    assertEquals(
        of(Cases.and(Cases.not(Cases.atMost(0, 1)), Cases.not(Cases.atMost(1, 2)))),
        of(Cases.not(Cases.or(Cases.atMost(0, 1), Cases.atMost(1, 2)))));
  }

  @Test
  void othersAreNotFlat() {
    PlainEvent a = Cases.atMost(0, 1);
    PlainEvent b = Cases.atMost(1, 1);
    PlainEvent c = Cases.atMost(2, 1);
    assertEquals(Optional.empty(), CondensedEvent.of(Cases.and(a, Cases.or(b, c))));
    assertEquals(Optional.empty(), CondensedEvent.of(Cases.or(a, Cases.and(b, c))));
    assertEquals(Optional.empty(), CondensedEvent.of(Cases.and(a, Cases.not(Cases.and(b, c)))));
    assertEquals(Optional.empty(), CondensedEvent.of(Cases.and(a, Cases.not(Cases.atMost(0, 0)))));
    assertEquals(Optional.empty(), CondensedEvent.of(PlainEvent.always()));
    assertEquals(Optional.empty(), CondensedEvent.of(PlainEvent.never()));
  }
}
