package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CdfOutlineTest {
  private static CdfOutline outline() {
    return new CdfOutline(x -> x, y -> y);
  }

  @Test
  void ofOnePointItIsALine() {
    assertEquals("1.00,0.75 1.00,0.25", outline().add(1, 0.25, 0.75).corners());
  }

  /** Right behind the first threshold the cdf may be all that it may be at the second. */
  @Test
  void betweenThresholdsItIsAsHighAsTheNextOneAndAsLowAsTheLast() {
    assertEquals(
        "0.00,0.25 0.00,1.00 4.00,1.00 4.00,0.50 4.00,0.10 0.00,0.10",
        outline().add(0, 0.1, 0.25).add(4, 0.5, 1).corners());
  }

  /**
   * A cdf with its only jump anywhere between two thresholds, and bounds that just hold, is inside.
   */
  @Test
  void everyCdfThatKeepsTheBoundsIsInside() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      double[] jumps = random.doubles(5, 0, 10).sorted().toArray();
      CdfOutline outline = outline();
      for (int t = 0; t <= 10; t++) {
        double value = cdf(jumps, t);
        outline.add(t, value, value);
      }
      String[] corners = outline.corners().split(" ", -1);
      double x = random.nextDouble(0, 10);
      double[] ends = ends(corners, x);
      double value = cdf(jumps, x);
      assertTrue(ends[0] <= value + 0.006 && value <= ends[1] + 0.006, () -> value + " at " + x);
    }
  }

  private static double cdf(double[] jumps, double t) {
    return Arrays.stream(jumps).filter(jump -> jump <= t).count() / (double) jumps.length;
  }

  /** Where a vertical line meets the horizontal edges of the outline. */
  private static double[] ends(String[] corners, double x) {
    double least = 1;
    double greatest = 0;
    for (int k = 1; k < corners.length; k++) {
      double[] a =
          Arrays.stream(corners[k - 1].split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      double[] b =
          Arrays.stream(corners[k].split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      if (Math.min(a[0], b[0]) <= x && x <= Math.max(a[0], b[0]) && a[1] == b[1]) {
        least = Math.min(least, a[1]);
        greatest = Math.max(greatest, a[1]);
      }
    }
    return new double[] {least, greatest};
  }
}
