package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.rejection.RejectedException;

class SimplexCellTest {
  private static final String U = "uniform(0, 1)";

  private static SimplexCell unit(int n) throws RejectedException {
    String[] inputs = new String[n];
    Arrays.fill(inputs, U);
    return CellTestCase.problem(inputs).branches().get(0).root().triangulate(new int[n]).get(0);
  }

  private static Rational[][] points(SimplexCell cell) {
    int n = cell.vertices().length - 1;
    Rational[][] points = new Rational[n + 1][];
    for (int i = 0; i <= n; i++) {
      points[i] = CellTestCase.point(cell.vertices()[i], n);
    }
    return points;
  }

  private static Rational factorial(int n) {
    return n == 0 ? Rational.ONE : Rational.of(n).times(factorial(n - 1));
  }

  private static void requireVolume(SimplexCell cell) {
    Rational[][] points = points(cell);
    Rational volume = CellTestCase.determinant(points).dividedBy(factorial(points.length - 1));
    assertTrue(CellTestCase.exact(cell.volumeLower()).compareTo(volume) <= 0);
    assertTrue(CellTestCase.exact(cell.volumeUpper()).compareTo(volume) >= 0);
    assertTrue(cell.volumeUpper() <= cell.volumeLower() * (1 + 1e-12));
  }

  @Test
  void cutsPartitionTheSimplex() throws RejectedException {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 60; i++) {
      int n = random.nextInt(1, 4);
      SimplexCell cell = unit(n);
      for (int depth = 0; depth < 4; depth++) {
        int high = random.nextInt(1, n + 1);
        int low = random.nextInt(high);
        double ratio = random.nextInt(1, 16) / 16.0; // so that all vertices are doubles
        List<SimplexCell> parts = cell.cut(low, high, ratio);
        parts.forEach(SimplexCellTest::requireVolume);
        assertEquals(depth + 2, parts.get(0).depth());
        Rational[][] whole = points(cell);
        Rational[][] first = points(parts.get(0));
        Rational[][] second = points(parts.get(1));
        assertEquals(
            CellTestCase.determinant(whole),
            CellTestCase.determinant(first).plus(CellTestCase.determinant(second)));
        assertEquals(
            CellTestCase.determinant(whole).times(CellTestCase.exact(ratio)),
            CellTestCase.determinant(first));
        for (int k = 0; k < 5; k++) {
          Rational[] x = inside(random, whole);
          int a = CellTestCase.side(first, x);
          int b = CellTestCase.side(second, x);
          assertTrue(a + b == 0, "inside one, outside of the other, or on the common face");
        }
        cell = parts.get(random.nextInt(2));
      }
    }
  }

  private static Rational[] inside(SplittableRandom random, Rational[][] points) {
    int n = points.length - 1;
    long[] weights = new long[n + 1];
    long total = 0;
    for (int i = 0; i <= n; i++) {
      weights[i] = random.nextInt(1, 100);
      total += weights[i];
    }
    Rational[] x = new Rational[n];
    for (int q = 0; q < n; q++) {
      x[q] = Rational.ZERO;
      for (int i = 0; i <= n; i++) {
        x[q] = x[q].plus(points[i][q].times(Rational.of(weights[i], total)));
      }
    }
    return x;
  }

  @Test
  void sharesOfAnyRatiosAddUp() throws RejectedException {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 200; i++) {
      List<SimplexCell> leaves = new ArrayList<>(List.of(unit(2)));
      for (int k = 0; k < 12; k++) {
        SimplexCell cell = leaves.remove(random.nextInt(leaves.size()));
        double ratio = Math.max(Double.MIN_VALUE, random.nextDouble());
        leaves.addAll(cell.cut(0, random.nextInt(1, 3), ratio));
      }
      Rational lower = Rational.ZERO;
      Rational upper = Rational.ZERO;
      for (SimplexCell leaf : leaves) {
        lower = lower.plus(CellTestCase.exact(leaf.volumeLower()));
        upper = upper.plus(CellTestCase.exact(leaf.volumeUpper()));
      }
      assertTrue(lower.compareTo(Rational.of(1, 2)) <= 0);
      assertTrue(upper.compareTo(Rational.of(1, 2)) >= 0);
      assertTrue(upper.minus(lower).compareTo(Rational.parse("1e-14")) < 0);
    }
  }

  /** The weight of a vertex that is no double lies between two of them. */
  @Test
  void sharesThatAreNoDoublesAreEnclosed() throws RejectedException {
    Rational volume = Rational.ONE;
    SimplexCell cell = unit(1);
    for (int k = 55; k <= 70; k++) {
      double ratio = Math.scalb(1.0, -k);
      Rational share = Rational.ONE.minus(CellTestCase.exact(ratio));
      SimplexCell rest = unit(1).cut(0, 1, ratio).get(1);
      assertTrue(CellTestCase.exact(rest.volumeLower()).compareTo(share) <= 0);
      assertTrue(CellTestCase.exact(rest.volumeUpper()).compareTo(share) >= 0);
      volume = volume.times(share);
      cell = cell.cut(0, 1, ratio).get(1);
      assertTrue(CellTestCase.exact(cell.volumeLower()).compareTo(volume) <= 0);
      assertTrue(CellTestCase.exact(cell.volumeUpper()).compareTo(volume) >= 0);
    }
  }

  @Test
  void verticesEncloseTheExactPoint() throws RejectedException {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 200; i++) {
      SimplexCell cell = unit(1);
      Rational a = Rational.ZERO;
      Rational b = Rational.ONE;
      for (int depth = 0; depth < 20; depth++) {
        double ratio = random.nextDouble(0.01, 0.99);
        Rational w =
            a.times(Rational.ONE.minus(CellTestCase.exact(ratio)))
                .plus(b.times(CellTestCase.exact(ratio)));
        int part = random.nextInt(2);
        cell = cell.cut(0, 1, ratio).get(part);
        a = part == 0 ? a : w;
        b = part == 0 ? w : b;
        assertTrue(cell.vertices()[0].z(0).contains(a));
        assertTrue(cell.vertices()[1].z(0).contains(b));
        Vertex vertex = cell.vertices()[1];
        Rational off = b.minus(CellTestCase.exact(vertex.middle(0))).abs();
        assertTrue(off.compareTo(CellTestCase.exact(vertex.radius(0))) <= 0);
        if (i > 20) {
          break; // exact numbers grow long: only a few cells go deep
        }
      }
    }
  }

  @Test
  void wrongCutsAreRefused() throws RejectedException {
    SimplexCell cell = unit(2);
    for (double ratio : new double[] {0, 1, -0.5, 2, Double.NaN, Double.POSITIVE_INFINITY, -0.0}) {
      assertThrows(RejectedException.class, () -> cell.cut(0, 1, ratio));
    }
    assertThrows(RejectedException.class, () -> cell.cut(0, 3, 0.5));
    assertThrows(RejectedException.class, () -> cell.cut(-1, 1, 0.5));
    assertThrows(RejectedException.class, () -> cell.cut(1, 1, 0.5));
    assertThrows(RejectedException.class, () -> cell.cut(2, 1, 0.5));
  }

  @Test
  void anySharedLayersAreBounds() throws RejectedException {
    SimplexCell cell = unit(2);
    assertEquals(0, cell.bounds(0).lower(0)[0]);
    assertEquals(2, cell.bounds(63).upper(0)[2]);
  }
}
