package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WiresTest {

  private static final Wires SOME = Wires.of(new int[] {7, 5, 6});

  @Test
  void areInOrder() {
    assertEquals(3, SOME.size());
    assertEquals(5, SOME.at(1));
    assertEquals(SOME, Wires.concat(List.of(Wires.range(7, 1), Wires.range(5, 2))));
    assertNotEquals(SOME, Wires.range(5, 3));
    assertEquals(Wires.range(5, 3), SOME.select(new int[] {1, 2, 0}));
    assertArrayEquals(new int[] {2, 0, 1}, SOME.minus(5));
    assertEquals(
        Wires.of(new int[] {17, 15, 16}), SOME.renamed(new int[] {0, 0, 0, 0, 0, 15, 16, 17}));
  }

  @Test
  void rangesAndRepetitionsAreNoticed() {
    assertTrue(Wires.range(5, 3).isRange(5, 3));
    assertFalse(Wires.range(5, 3).isRange(5, 2));
    assertFalse(Wires.range(5, 3).isRange(4, 3));
    assertFalse(SOME.isRange(5, 3));
    assertFalse(SOME.set().size() < SOME.size());
    assertTrue(SOME.select(new int[] {0, 1, 0}).set().size() == 2);
    assertEquals(2, SOME.select(new int[] {0, 1, 0}).set().size());
  }
}
