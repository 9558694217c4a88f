package surety.solver.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KuhnTriangulationTest {
  @Test
  void ofThreeCoordinatesInTheKernelsOrder() {
    List<int[]> simplices = KuhnTriangulation.simplices(3);
    int[][] expected = {
      {0, 1, 3, 7}, {0, 1, 5, 7}, {0, 2, 3, 7}, {0, 2, 6, 7}, {0, 4, 5, 7}, {0, 4, 6, 7}
    };
    assertEquals(expected.length, simplices.size());
    for (int k = 0; k < expected.length; k++) {
      assertArrayEquals(expected[k], simplices.get(k));
    }
  }

  @Test
  void withoutCoordinatesThereIsOnePoint() {
    assertEquals(1, KuhnTriangulation.simplices(0).size());
    assertArrayEquals(new int[] {0}, KuhnTriangulation.simplices(0).get(0));
  }

  /** A point lies in the simplex of the order of its coordinates, and inside of no other. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 6})
  void eachPointLiesInOneSimplex(int n) {
    SplittableRandom random = new SplittableRandom(n);
    List<int[]> simplices = KuhnTriangulation.simplices(n);
    Set<List<Integer>> met = new HashSet<>();
    for (int k = 0; k < 2000; k++) {
      double[] point = random.doubles(n).toArray();
      List<int[]> around = new ArrayList<>(simplices);
      around.removeIf(simplex -> !contains(simplex, point));
      assertEquals(1, around.size());
      met.add(Arrays.stream(around.get(0)).boxed().toList());
    }
    assertTrue(n > 4 || met.size() == simplices.size());
  }

  /** The weight of each corner is what its coordinate is above the next one. */
  private static boolean contains(int[] simplex, double[] point) {
    double before = 1;
    for (int k = 1; k < simplex.length; k++) {
      int moved = Integer.numberOfTrailingZeros(simplex[k] & ~simplex[k - 1]);
      assertTrue(KuhnTriangulation.isUpper(simplex[k], moved));
      if (point[moved] > before) {
        return false;
      }
      before = point[moved];
    }
    return true;
  }
}
