package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class EventTest {
  /** y[0] + 2 x[0]. */
  private static final AffineForm FORM =
      new AffineForm(List.of(Rational.ONE), List.of(Rational.of(2)));

  private static final Atom BELOW = new Atom(FORM, Comparison.LESS, Rational.of(3));
  private static final Atom ABOVE = new Atom(FORM, Comparison.GREATER_OR_EQUAL, Rational.ONE);

  private static boolean holds(Event event, int output, int input) {
    return event.holds(List.of(Rational.of(output)), List.of(Rational.of(input)));
  }

  @Test
  void anAtomComparesTheForm() {
    assertTrue(holds(BELOW, 0, 1));
    assertFalse(holds(BELOW, 1, 1));
    assertTrue(holds(ABOVE, -1, 1));
    assertFalse(holds(ABOVE, 0, 0));
  }

  @Test
  void partsAreCombined() {
    Event both = new Conjunction(List.of(BELOW, ABOVE));
    Event outside = new Disjunction(List.of(new Negation(BELOW), new Negation(ABOVE)));
    for (int output = -2; output < 6; output++) {
      boolean isInside = output >= 1 && output < 3;
      assertEquals(isInside, holds(both, output, 0));
      assertEquals(!isInside, holds(outside, output, 0));
      assertEquals(!isInside, holds(new Negation(both), output, 0));
    }
    assertEquals(List.of(BELOW, ABOVE), both.atoms());
    assertEquals(List.of(BELOW, ABOVE), outside.atoms());
    assertThrows(IllegalArgumentException.class, () -> new Conjunction(List.of(BELOW)));
    assertThrows(IllegalArgumentException.class, () -> new Disjunction(List.of(BELOW)));
  }
}
