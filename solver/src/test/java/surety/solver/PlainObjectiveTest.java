package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlainObjectiveTest {
  /** A mean of a network with 20 layers of 200 had no bounds after 4 s, for want of a sample. */
  @Test
  void theSampleOfALargeNetworkIsSmaller() {
    int[] widths = new int[20];
    java.util.Arrays.fill(widths, 200);
    int large = PlainObjective.sampleSize(Networks.random(1, 3, widths));
    assertTrue(large >= 1000 && large <= 2000, () -> large + " points");
    assertEquals(1 << 14, PlainObjective.sampleSize(Networks.random(1, 3, 12, 12)));
    assertEquals(1 << 14, PlainObjective.sampleSize(Networks.linear(0, 1)));
  }
}
