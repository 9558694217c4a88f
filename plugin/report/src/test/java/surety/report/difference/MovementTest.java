package surety.report.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementTest {
  private static Ends ends(String at, String lower, String upper) {
    return new Ends(at, number(lower), number(upper));
  }

  private static Optional<BigDecimal> number(String text) {
    return text.equals("inf") ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.2, 0.12, 0.2, TIGHTER, false",
    "0.1, 0.2, 0.1, 0.3, LOOSER, true",
    "0.1, 0.2, 0.15, 0.3, UP, true",
    "0.1, 0.2, 0.15, 0.22, UP, false",
    "0.1, 0.2, 0.05, 0.15, DOWN, false",
    "0.1, 0.2, 0.3, 0.4, UP, false",
    "inf, 0.2, 0.1, 0.2, TIGHTER, false",
    "0.1, 0.2, inf, 0.2, LOOSER, true",
    "0.1, inf, 0.05, 0.3, DOWN, false",
    "inf, 0.2, 0.1, 0.3, UP, false",
    "inf, 0.2, 0.1, inf, UP, false",
  })
  void hasADirection(String a, String b, String c, String d, String direction, boolean isLooser) {
    Movement movement =
        Movement.of(List.of(ends("", a, b)), List.of(ends("", c, d)), false).orElseThrow();
    assertEquals(direction, movement.direction().name());
    assertEquals(isLooser, movement.isLooser());
  }

  @Test
  void equalNumbersDidNotMoveHoweverTheyAreWritten() {
    assertEquals(
        Optional.empty(),
        Movement.of(List.of(ends("", "0.10", "1")), List.of(ends("", "1e-1", "1.0")), true));
    assertEquals(Optional.empty(), Movement.of(List.of(), List.of(ends("", "0", "1")), true));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.2, 0.3, 0.4, true",
    "0.3, 0.4, 0.1, 0.2, true",
    "0.1, 0.2, 0.2, 0.4, false",
    "inf, 0.2, 0.21, inf, true",
    "0.1, inf, 0.5, 0.6, false",
  })
  void boundsOfOneStatementHaveAValueInCommon(
      String a, String b, String c, String d, boolean isContradiction) {
    Movement movement =
        Movement.of(List.of(ends("", a, b)), List.of(ends("", c, d)), true).orElseThrow();
    assertEquals(isContradiction, movement.direction() == Movement.Direction.CONTRADICTION);
  }

  @Test
  void aBandMovesWhereItMovesMost() {
    List<Ends> before = List.of(ends("1", "0", "0.5"), ends("2", "0", "0.5"), ends("3", "1", "1"));
    List<Ends> after = List.of(ends("1", "0.1", "0.5"), ends("2", "0.3", "0.5"), before.get(2));
    Movement movement = Movement.of(before, after, true).orElseThrow();
    assertEquals(Movement.Direction.TIGHTER, movement.direction());
    assertEquals(2, movement.points());
    assertEquals("2", movement.before().at());
    List<Ends> mixed = List.of(ends("1", "0.1", "0.5"), ends("2", "0", "0.6"), before.get(2));
    assertEquals(
        Movement.Direction.MIXED, Movement.of(before, mixed, true).orElseThrow().direction());
  }

  @Test
  void aContradictionAtOnePointIsOne() {
    List<Ends> before = List.of(ends("1", "0", "0.5"), ends("2", "0", "0.5"));
    List<Ends> after = List.of(ends("1", "0.1", "0.5"), ends("2", "0.6", "0.7"));
    Movement movement = Movement.of(before, after, true).orElseThrow();
    assertEquals(Movement.Direction.CONTRADICTION, movement.direction());
    assertEquals("2", movement.before().at());
  }

  @Test
  void otherThresholdsAreNotHeldAgainstEachOther() {
    Movement movement =
        Movement.of(
                List.of(ends("1", "0", "0.1")),
                List.of(ends("1.5", "0.5", "0.7"), ends("2", "0.9", "1")),
                true)
            .orElseThrow();
    assertEquals(Movement.Direction.MIXED, movement.direction());
    assertTrue(movement.isLooser());
  }
}
