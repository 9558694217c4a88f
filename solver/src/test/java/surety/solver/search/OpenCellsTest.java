package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenCellsTest {
  @Test
  void theCostliestComesFirstAndOfEqualsTheOlder() {
    OpenCells<String> open = new OpenCells<>(0);
    open.add("small", 1);
    open.add("old", 2);
    open.add("new", 2);
    assertEquals(5, open.sum());
    assertEquals(List.of("old"), open.next(10));
    assertEquals(List.of("new"), open.next(10));
    assertEquals(List.of("small"), open.next(10));
    assertTrue(open.isEmpty());
    assertEquals(0, open.sum());
  }

  @Test
  void whatAddsTooLittleIsNotOpen() {
    OpenCells<String> open = new OpenCells<>(0.5);
    assertFalse(open.add("at the floor", 0.5));
    assertFalse(open.add("not a number", Double.NaN));
    assertTrue(open.add("above", 0.6));
    assertEquals(List.of("above"), List.copyOf(open.cells()));
  }

  @Test
  void roundsGrowWithTheLeavesButKeepToTheRoom() {
    OpenCells<Integer> open = new OpenCells<>(0);
    for (int k = 0; k < 800; k++) {
      open.add(k, k + 1);
    }
    assertEquals(100, open.next(1000).size());
    assertEquals(3, open.next(3).size());
    assertEquals(697, open.cells().size());
  }
}
