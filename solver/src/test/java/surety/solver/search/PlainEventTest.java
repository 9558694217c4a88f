package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.solver.search.PlainEvent.Comparison;

class PlainEventTest {
  private static final Comparison BELOW = new Comparison(0, 2, false);
  private static final Comparison AT_MOST = new Comparison(0, 2, true);

  @Test
  void theThresholdItselfCountsIfItIsInclusive() {
    assertTrue(AT_MOST.holds(new double[] {2}));
    assertFalse(BELOW.holds(new double[] {2}));
    assertTrue(BELOW.holds(new double[] {Math.nextDown(2)}));
    assertFalse(AT_MOST.holds(new double[] {Math.nextUp(2)}));
  }

  @Test
  void whatImpliesTheOtherComesFirst() {
    assertTrue(BELOW.compareTo(AT_MOST) < 0);
    assertTrue(AT_MOST.compareTo(new Comparison(0, 3, false)) < 0);
    assertEquals(0, new Comparison(0, -0.0, true).compareTo(new Comparison(0, 0.0, true)));
    assertTrue(new Comparison(1, 0, true).compareTo(AT_MOST) > 0);
  }

  @Test
  void nothingIsAlwaysAllAndNeverAny() {
    assertTrue(PlainEvent.always().holds(new double[0]));
    assertFalse(PlainEvent.never().holds(new double[0]));
  }

  @Test
  void termsAreWhatTheySay() {
    PlainEvent second = Cases.atMost(1, 0);
    PlainEvent both = Cases.and(AT_MOST, Cases.not(second));
    PlainEvent either = Cases.or(AT_MOST, Cases.not(second));
    assertEquals(List.of(AT_MOST, second), both.atoms());
    assertEquals(List.of(AT_MOST, second), either.atoms());
    for (double y0 : new double[] {1, 3}) {
      for (double y1 : new double[] {-1, 1}) {
        double[] y = {y0, y1};
        assertEquals(y0 <= 2 && y1 > 0, both.holds(y));
        assertEquals(y0 <= 2 || y1 > 0, either.holds(y));
      }
    }
  }
}
