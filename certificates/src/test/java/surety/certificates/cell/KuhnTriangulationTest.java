package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.rejection.RejectedException;

class KuhnTriangulationTest {
  private static List<SimplexCell> triangulate(int n) throws RejectedException {
    String[] inputs = new String[n];
    Arrays.fill(inputs, "uniform(0, 1)");
    BoxCell box = CellTestCase.problem(inputs).branches().get(0).root();
    for (int q = 0; q < n; q++) {
      box = box.cut(q, 1.0 / (q + 2) + 0.25).get(0);
    }
    return box.triangulate(new int[n]);
  }

  private static Rational[][] points(SimplexCell cell) {
    int n = cell.vertices().length - 1;
    return Arrays.stream(cell.vertices())
        .map(vertex -> CellTestCase.point(vertex, n))
        .toArray(Rational[][]::new);
  }

  @Test
  void simplicesPartitionTheBox() throws RejectedException {
    SplittableRandom random = new SplittableRandom(6);
    for (int n = 1; n <= 4; n++) {
      List<SimplexCell> simplices = triangulate(n);
      Rational sum = Rational.ZERO;
      Rational factorial = Rational.ONE;
      for (SimplexCell simplex : simplices) {
        sum = sum.plus(CellTestCase.determinant(points(simplex)));
        assertEquals(
            CellTestCase.determinant(points(simplices.get(0))),
            CellTestCase.determinant(points(simplex)));
      }
      Rational volume = Rational.ONE;
      Rational[] ends = CellTestCase.point(simplices.get(0).vertices()[n], n);
      for (int q = 0; q < n; q++) {
        volume = volume.times(ends[q]);
        factorial = factorial.times(Rational.of(q + 1));
      }
      assertEquals(factorial, Rational.of(simplices.size()));
      assertEquals(volume.times(factorial), sum);
      for (int k = 0; k < 20; k++) {
        Rational[] x = new Rational[n];
        Arrays.setAll(x, q -> ends[q].times(CellTestCase.exact(random.nextDouble())));
        long inside = simplices.stream().filter(s -> CellTestCase.side(points(s), x) == 1).count();
        assertEquals(1, inside);
      }
    }
  }

  @Test
  void permutationsAreInLexicographicOrder() throws RejectedException {
    List<SimplexCell> simplices = triangulate(3);
    int[][] expected = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (int s = 0; s < 6; s++) {
      Vertex[] vertices = simplices.get(s).vertices();
      for (int k = 0; k < 3; k++) {
        for (int q = 0; q < 3; q++) {
          boolean moved = q == expected[s][k];
          assertEquals(moved, !vertices[k].z(q).equals(vertices[k + 1].z(q)));
        }
      }
    }
  }

  @Test
  void cornersAreShared() throws RejectedException {
    List<SimplexCell> simplices = triangulate(3);
    for (SimplexCell simplex : simplices) {
      assertSame(simplices.get(0).vertices()[0], simplex.vertices()[0]);
      assertSame(simplices.get(0).vertices()[3], simplex.vertices()[3]);
    }
  }

  @Test
  void aPointIsItsOwnTriangulation() throws RejectedException {
    List<SimplexCell> simplices =
        CellTestCase.problem("= 1/2").branches().get(0).root().triangulate(new int[0]);
    assertEquals(1, simplices.size());
    assertEquals(1, simplices.get(0).vertices().length);
    assertEquals(1, simplices.get(0).volumeLower());
    assertTrue(simplices.get(0).volumeUpper() == 1);
  }
}
