package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.certificates.region.HalfSpaceTest.half;
import static surety.certificates.region.HalfSpaceTest.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.Stop;

class PolytopeTest {
  private static Polytope cube(int n) {
    return Polytope.box(
        RationalPoint.of(Collections.nCopies(n, Rational.ZERO)),
        RationalPoint.of(Collections.nCopies(n, Rational.ONE)),
        Stop.NEVER);
  }

  private static List<List<RationalPoint>> simplices(Polytope polytope) {
    try {
      return polytope.triangulate();
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
  }

  private static Rational volume(Polytope polytope) {
    Rational sum = Rational.ZERO;
    for (List<RationalPoint> simplex : simplices(polytope)) {
      SimplexVolume exact = SimplexVolume.of(simplex);
      Rational volume = Rational.of(exact.numerator(), exact.denominator());
      assertTrue(volume.signum() > 0);
      sum = sum.plus(volume);
    }
    return sum;
  }

  /** On a coarse grid, so that hyperplanes meet corners, edges and each other. */
  private static HalfSpace random(SplittableRandom random, int n) {
    long[] normal = new long[n];
    do {
      Arrays.setAll(normal, q -> random.nextInt(-2, 3));
    } while (Arrays.stream(normal).allMatch(a -> a == 0));
    return half(random.nextInt(-3, 4), normal);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void partsAddUpToTheWhole(long seed) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    List<Polytope> parts = List.of(cube(n));
    for (int cut = 0; cut < 6; cut++) {
      HalfSpace h = random(random, n);
      List<Polytope> next = new ArrayList<>();
      for (Polytope part : parts) {
        Optional<Polytope> above = part.clip(h);
        Optional<Polytope> below = part.clip(h.opposite());
        Rational sum =
            above
                .map(PolytopeTest::volume)
                .orElse(Rational.ZERO)
                .plus(below.map(PolytopeTest::volume).orElse(Rational.ZERO));
        assertEquals(volume(part), sum);
        above.ifPresent(next::add);
        below.ifPresent(next::add);
      }
      parts = next;
    }
    for (Polytope part : parts) {
      RationalPoint centre = NaiveTree.centroid(part);
      for (HalfSpace facet : part.facets()) {
        assertTrue(facet.containsInside(centre));
        assertTrue(part.vertices().stream().allMatch(v -> facet.side(v) >= 0));
      }
    }
  }

  /** A half-space is redundant if and only if the others make the same polytope. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void facetsAreTheHalfSpacesThatMatter(long seed) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 2 + (int) (seed % 2);
    List<HalfSpace> cuts = new ArrayList<>();
    Polytope polytope = cube(n);
    for (int k = 0; k < 8; k++) {
      HalfSpace h = random(random, n);
      HalfSpace inner = h.side(NaiveTree.centroid(polytope)) >= 0 ? h : h.opposite();
      if (polytope.clip(inner).isPresent()) {
        polytope = polytope.clip(inner).get();
        cuts.add(inner);
      }
    }
    List<HalfSpace> facets = polytope.facets();
    assertEquals(Set.copyOf(facets).size(), facets.size());
    for (HalfSpace cut : cuts) {
      Polytope others = cube(n);
      for (HalfSpace other : cuts) {
        if (!other.equals(cut)) {
          others = others.clip(other).orElseThrow();
        }
      }
      boolean matters =
          !new HashSet<>(others.vertices()).equals(new HashSet<>(polytope.vertices()));
      assertEquals(matters, facets.contains(cut) && !isSide(cut, n));
    }
  }

  private static boolean isSide(HalfSpace cut, int n) {
    return cube(n).facets().contains(cut);
  }

  @Test
  void aHalfSpaceThatOnlyTouchesCutsNothing() throws RejectedException {
    Polytope square = cube(2);
    assertTrue(square.clip(half(-2, 1, 1)).isEmpty()); // meets a corner
    assertTrue(square.clip(half(-1, 1, 0)).isEmpty()); // meets a facet
    assertTrue(square.clip(half(-3, 1, 1)).isEmpty());
    assertEquals(square.vertices(), square.clip(half(0, 1, 1)).orElseThrow().vertices());
    assertEquals(4, square.clip(half(0, 5, 0)).orElseThrow().facets().size());
    assertEquals(3, square.clip(half(-1, 1, 1)).orElseThrow().facets().size());
  }

  @Test
  void aCutThroughACornerKeepsIt() throws RejectedException {
    Polytope triangle = cube(2).clip(half(0, 1, -1)).orElseThrow(); // x >= y
    assertEquals(
        Set.of(point("0", "0"), point("1", "0"), point("1", "1")), Set.copyOf(triangle.vertices()));
    assertEquals(1, triangle.triangulate().size());
    assertFalse(triangle.facets().contains(half(0, 1, 0)));
  }

  @Test
  void theCubeHasItsVolumeInAllDimensions() {
    for (int n = 1; n <= 6; n++) {
      assertEquals(Rational.ONE, volume(cube(n)));
      assertEquals(2 * n, cube(n).facets().size());
    }
  }

  @Test
  void theOctahedronIsTriangulated() throws RejectedException {
    Polytope octahedron = Polytope.box(point("-1", "-1", "-1"), point("1", "1", "1"), Stop.NEVER);
    for (int signs = 0; signs < 8; signs++) {
      octahedron =
          octahedron
              .clip(half(1, 1 - (signs & 2), 1 - (signs & 4) / 2, 1 - (signs & 1) * 2))
              .orElseThrow();
    }
    assertEquals(6, octahedron.vertices().size());
    assertEquals(8, octahedron.facets().size());
    assertEquals(Rational.of(4, 3), volume(octahedron));
    assertEquals(4, octahedron.triangulate().size());
  }
}
