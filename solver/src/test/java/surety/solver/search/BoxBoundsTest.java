package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.network.Network;
import surety.solver.Networks;

class BoxBoundsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void containTheFunction(long seed) {
    int n = 5;
    PlainNetwork plain = Cases.plain(Networks.random(seed, n, 9, 8, 7));
    BoxBounds bounds = new BoxBounds(plain);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 40; k++) {
      double[] middle = Cases.point(random, n, 1);
      double[] half = Cases.point(random, n, Math.pow(0.5, k % 8));
      for (int q = 0; q < n; q++) {
        half[q] = Math.abs(half[q]);
      }
      BoxRange range = bounds.compute(middle, half).get(0);
      for (int point = 0; point < 20; point++) {
        double[] xi = Cases.point(random, n, 1);
        double[] z = new double[n];
        double low = range.lower()[0];
        double high = range.upper()[0];
        for (int q = 0; q < n; q++) {
          z[q] = middle[q] + half[q] * xi[q];
          low += range.lower()[q + 1] * xi[q];
          high += range.upper()[q + 1] * xi[q];
        }
        double y = plain.evaluate(z);
        assertTrue(low - 1e-10 <= y && y <= high + 1e-10);
        assertTrue(range.least() - 1e-10 <= y && y <= range.greatest() + 1e-10);
      }
    }
  }

  @Test
  void anAffineFunctionIsItsOwnBound() {
    PlainNetwork plain = Cases.plain(Networks.linear(3, 1, -2));
    double[] half = {0.5, 0.25};
    BoxRange range = new BoxBounds(plain).compute(new double[] {1, 1}, half).get(0);
    assertEquals(2, range.lower()[0]);
    assertEquals(0.5, range.lower()[1]);
    assertEquals(-0.5, range.upper()[2]);
    assertEquals(1, range.least());
    assertEquals(3, range.greatest());
  }

  /** Several rows in one pass have the bounds that each has alone. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rowsDoNotDependOnOneAnother(long seed) {
    Network network = Cases.network(seed, 2, 7, 3);
    double[][] forms = {{1, 0, 0}, {0, 1, -1, 0.5, -3}, {0, 0, 0, 1}};
    BoxBounds bounds = new BoxBounds(Cases.rows(network, forms));
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 30; k++) {
      double[] middle = Cases.point(random, 2, 1);
      double[] half = {random.nextDouble(), Math.pow(0.5, k % 6)};
      List<BoxRange> all = bounds.compute(middle, half);
      for (int row = 0; row < forms.length; row++) {
        BoxBounds alone = new BoxBounds(Cases.rows(network, forms[row]));
        BoxRange range = alone.compute(middle, half).get(0);
        assertArrayEquals(range.lower(), all.get(row).lower(), 1e-12);
        assertArrayEquals(range.upper(), all.get(row).upper(), 1e-12);
      }
    }
    List<BoxRange> input = bounds.compute(new double[] {3, 5}, new double[] {0.5, 0.25});
    assertArrayEquals(new double[] {3, 0.5, 0}, input.get(2).lower(), 1e-15);
    assertArrayEquals(new double[] {3, 0.5, 0}, input.get(2).upper(), 1e-15);
  }
}
