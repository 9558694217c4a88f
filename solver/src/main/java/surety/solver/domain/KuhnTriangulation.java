package surety.solver.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Kuhn's triangulation of a box, as the kernel orders it: a simplex for each permutation of the
 * coordinates, in lexicographic order. From the corner at all lower ends each further corner moves
 * one more coordinate to its upper end, the first one of the permutation first.
 */
public final class KuhnTriangulation {
  private KuhnTriangulation() {}

  /**
   * The corners of each simplex. A corner is the set of the coordinates that are at their upper
   * ends, as bits.
   *
   * @param dimension of the box, at most 12: there are n! simplices
   */
  public static List<int[]> simplices(int dimension) {
    List<int[]> simplices = new ArrayList<>();
    extend(new int[dimension + 1], 1, simplices);
    return simplices;
  }

  private static void extend(int[] corners, int count, List<int[]> simplices) {
    if (count == corners.length) {
      simplices.add(corners.clone());
      return;
    }
    for (int q = 0; q < corners.length - 1; q++) {
      if (!isUpper(corners[count - 1], q)) {
        corners[count] = corners[count - 1] | 1 << q;
        extend(corners, count + 1, simplices);
      }
    }
  }

  /** Whether a corner is at the upper end of a coordinate. */
  public static boolean isUpper(int corner, int coordinate) {
    return (corner >> coordinate & 1) == 1;
  }
}
