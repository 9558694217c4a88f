package surety.solver.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.region.FarkasCombination;
import surety.certificates.region.HalfSpace;
import surety.certificates.region.Polytope;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.Stop;

class VertexProofsTest {
  /** The kernel confirms whatever is proved, and Z3 whatever is said. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void sidesAreWhatZ3Says(long seed) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    int size = seed % 3 == 0 ? 3 : 1_000_000_000;
    Polytope polytope = SmallNetworks.cube(n);
    int empty = 0;
    int proved = 0;
    try (SideOracle z3 = new SideOracle(n, Stop.NEVER)) {
      for (int trial = 0; trial < 60; trial++) {
        HalfSpace side = SmallNetworks.halfSpace(random, n, size);
        List<HalfSpace> facets = polytope.facets();
        VertexProofs vertices = new VertexProofs(polytope, facets);
        z3.replace(facets);
        boolean isEmpty = z3.ask(side) instanceof SideOracle.Answer.Empty;
        assertEquals(!isEmpty, vertices.isMet(side));
        Optional<FarkasCombination> proof = vertices.proof(side);
        proof.ifPresent(combination -> assertTrue(combination.proves(facets, side)));
        assertFalse(proof.isPresent() && !isEmpty);
        empty += isEmpty ? 1 : 0;
        proved += proof.isPresent() ? 1 : 0;
        if (!isEmpty && trial % 4 == 0) {
          polytope = polytope.clip(side).orElseThrow();
        }
      }
    }
    assertTrue(proved > 0);
    assertTrue(size == 3 || proved == empty, "general numbers make simple vertices");
  }

  /** In the plane every vertex is a simple one, whatever the numbers. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void nothingIsLeftOpenInThePlane(long seed) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    Polytope polytope = SmallNetworks.cube(2);
    for (int trial = 0; trial < 200; trial++) {
      HalfSpace side = SmallNetworks.halfSpace(random, 2, 2);
      List<HalfSpace> facets = polytope.facets();
      VertexProofs vertices = new VertexProofs(polytope, facets);
      assertEquals(vertices.isMet(side), vertices.proof(side).isEmpty());
      if (vertices.isMet(side) && trial % 8 == 0) {
        polytope = polytope.clip(side).orElseThrow();
      }
    }
  }

  @Test
  void theTipOfAPyramidIsLeftOpen() throws RejectedException {
    Polytope pyramid = SmallNetworks.cube(3); // with the tip at the top of [-1, 1]^3
    for (long[] normal : new long[][] {{2, 0, -1}, {-2, 0, -1}, {0, 2, -1}, {0, -2, -1}}) {
      pyramid = pyramid.clip(half(1, normal)).orElseThrow();
    }
    VertexProofs vertices = new VertexProofs(pyramid, pyramid.facets());
    assertFalse(vertices.isMet(half(-1, 0, 0, 1)));
    assertEquals(Optional.empty(), vertices.proof(half(-1, 0, 0, 1)));
    assertTrue(vertices.proof(half(-3, 1, 1, -1)).isPresent()); // a corner of the base
    assertTrue(vertices.isMet(half(0, 0, 0, 1)));
    assertEquals(Optional.empty(), vertices.proof(half(0, 0, 0, 1)));
  }

  private static HalfSpace half(long constant, long... normal) {
    return new HalfSpace(
        Arrays.stream(normal).mapToObj(BigInteger::valueOf).toList(), BigInteger.valueOf(constant));
  }
}
