package surety.solver.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.region.HalfSpace;
import surety.certificates.region.Polytope;
import surety.certificates.region.RationalPoint;
import surety.certificates.rejection.RejectedException;

class InnerPointTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itIsInside(long seed) throws RejectedException {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    Polytope polytope = SmallNetworks.cube(n);
    for (int trial = 0; trial < 30; trial++) {
      HalfSpace side = SmallNetworks.halfSpace(random, n, 1_000);
      polytope = polytope.clip(side).orElse(polytope);
      RationalPoint point = InnerPoint.of(polytope, polytope.facets());
      assertTrue(polytope.facets().stream().allMatch(facet -> facet.containsInside(point)));
    }
  }

  /** Between two diagonals that are 2^-200 from each other. */
  @Test
  void slabsTakeMoreDigits() throws RejectedException {
    BigInteger large = BigInteger.ONE.shiftLeft(200);
    BigInteger small = BigInteger.valueOf(3);
    HalfSpace above = new HalfSpace(List.of(large, large.negate()), small);
    HalfSpace below = new HalfSpace(List.of(large.negate(), large), BigInteger.TWO.negate());
    Polytope slab = SmallNetworks.cube(2).clip(above).orElseThrow().clip(below).orElseThrow();
    RationalPoint point = InnerPoint.of(slab, slab.facets());
    assertTrue(above.containsInside(point) && below.containsInside(point));
  }

  @Test
  void theMiddleOfACubeIsShort() throws RejectedException {
    Polytope cube = SmallNetworks.cube(3);
    RationalPoint point = InnerPoint.of(cube, cube.facets());
    assertEquals(
        new RationalPoint(
            List.of(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO), BigInteger.ONE),
        point);
  }
}
