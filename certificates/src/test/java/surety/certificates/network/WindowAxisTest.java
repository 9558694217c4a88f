package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class WindowAxisTest {

  /** For each result the arguments that it reads and, behind a colon, their taps. */
  private static String text(WindowAxis axis) {
    StringJoiner results = new StringJoiner(" ");
    for (int result = 0; result < axis.results(); result++) {
      StringJoiner entries = new StringJoiner(",", "[", "]");
      for (int i = 0; i < axis.count(result); i++) {
        entries.add(axis.source(result, i) + ":" + axis.tap(result, i));
      }
      results.add(entries.toString());
    }
    return results.toString();
  }

  @Test
  void windowsMove() {
    assertEquals("[0:0,1:1] [1:0,2:1]", text(WindowAxis.moving(3, 2, 2, 1, 1, 0)));
    assertEquals("[0:1,1:2] [1:0,2:1,3:2]", text(WindowAxis.moving(4, 2, 3, 2, 1, 1)));
    assertEquals("[1:1] [0:0,2:1] [1:0]", text(WindowAxis.moving(3, 3, 2, 1, 2, 1)));
    assertEquals("[] [0:1] [0:0] []", text(WindowAxis.moving(1, 4, 2, 1, 1, 2)), "only padding");
  }

  @Test
  void transposedWindowsAscendToo() {
    assertEquals("[0:0] [0:1,1:0] [1:1]", text(WindowAxis.transposed(2, 3, 2, 1, 1, 0)));
    assertEquals(
        "[0:0] [0:1] [0:2,1:0] [1:1] [1:2]", text(WindowAxis.transposed(2, 5, 3, 2, 1, 0)));
    assertEquals("[0:1] [0:2,1:0]", text(WindowAxis.transposed(2, 2, 3, 2, 1, 1)));
    assertEquals("[0:0] [] [0:1]", text(WindowAxis.transposed(1, 3, 2, 1, 2, 0)));
  }

  @Test
  void whatIsReadIsFoundAgain() {
    WindowAxis axis = WindowAxis.moving(9, 2, 3, 3, 2, 1);
    assertEquals("[1:1,3:2] [2:0,4:1,6:2]", text(axis));
    assertEquals(1, axis.indexOf(1, 4));
    assertTrue(axis.indexOf(0, 4) < 0);
    assertEquals(9, axis.arguments());
    assertEquals(3, axis.taps());
  }

  @Test
  void farAwayIsNotNear() {
    long far = 1L << 32;
    assertEquals("[0:0] []", text(WindowAxis.moving(3, 2, 2, far, far, 0)));
    assertEquals("[] []", text(WindowAxis.moving(3, 2, 1, 1, 1, far)));
    assertEquals("[0:0] []", text(WindowAxis.transposed(3, 2, 2, far, far, 0)));
  }

  @Test
  void countsArePositive() {
    assertThrows(IllegalArgumentException.class, () -> WindowAxis.moving(0, 1, 1, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> WindowAxis.moving(1, 0, 1, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> WindowAxis.moving(1, 1, 0, 1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> WindowAxis.moving(1, 1, 1, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> WindowAxis.moving(1, 1, 1, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> WindowAxis.transposed(1, 1, 1, 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> WindowAxis.transposed(1, 1, 1, 1, -1, 0));
  }
}
