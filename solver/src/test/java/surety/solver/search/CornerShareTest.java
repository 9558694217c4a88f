package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.integral.BoxFraction;

class CornerShareTest {
  @Test
  void isWhatTheKernelComputes() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 300; i++) {
      int n = random.nextInt(1, 9);
      double[] form = random.doubles(n + 1, -1, 1).toArray();
      double share = new CornerShare(n).below(form);
      assertTrue(share >= BoxFraction.lower(form, 0) - 2e-3);
      assertTrue(share <= BoxFraction.upper(form, 0) + 2e-3);
    }
  }

  @Test
  void isExactWhereNothingCancels() {
    CornerShare corners = new CornerShare(2);
    assertEquals(0.5, corners.below(new double[] {0, 1, 1}));
    assertEquals(0.125, corners.below(new double[] {1, 1, -1}));
    assertEquals(0.875, corners.below(new double[] {-1, -1, 1}));
    assertEquals(0.25, corners.below(new double[] {0.5, 1, 0}));
    assertEquals(1, corners.below(new double[] {-2, 1, 1}));
    assertEquals(0, corners.below(new double[] {2, 1, 1}));
  }

  @Test
  void constantsAreBelowOrNot() {
    assertEquals(1, new CornerShare(1).below(new double[] {0, 0}));
    assertEquals(0, new CornerShare(1).below(new double[] {0.1, 0}));
  }
}
