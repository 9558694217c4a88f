package surety.certificates.region;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.certificates.region.HalfSpaceTest.half;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FarkasCombinationTest {
  /** The unit square. */
  private static final List<HalfSpace> SQUARE =
      List.of(half(0, 1, 0), half(1, -1, 0), half(0, 0, 1), half(1, 0, -1));

  private static FarkasCombination combination(long ofSide, long... indexAndMultiplier) {
    List<FarkasCombination.Term> terms = new ArrayList<>();
    for (int i = 0; i < indexAndMultiplier.length; i += 2) {
      terms.add(
          new FarkasCombination.Term(
              (int) indexAndMultiplier[i], BigInteger.valueOf(indexAndMultiplier[i + 1])));
    }
    return new FarkasCombination(BigInteger.valueOf(ofSide), terms);
  }

  @Test
  void provesThatASideIsOutside() {
    // x + 2 y >= 4 outside of the square: with x <= 1 and y <= 1 it is 0 >= 1
    assertTrue(combination(1, 1, 1, 3, 2).proves(SQUARE, half(-4, 1, 2)));
    assertTrue(combination(7, 1, 7, 3, 14).proves(SQUARE, half(-4, 1, 2)));
  }

  @Test
  void aSideThatOnlyTouchesACornerOrAFacetHasNoInside() {
    assertTrue(combination(1, 1, 1, 3, 1).proves(SQUARE, half(-2, 1, 1)));
    assertTrue(combination(1, 1, 1).proves(SQUARE, half(-1, 1, 0)));
    assertTrue(combination(1, 0, 1).proves(SQUARE, half(0, -1, 0)));
  }

  @Test
  void aSideWithInnerPointsIsNotEmpty() {
    assertFalse(combination(1, 1, 1, 3, 1).proves(SQUARE, half(-1, 1, 1)));
    // x + y >= 1.999...: a sliver at the corner
    assertFalse(combination(1000, 1, 1000, 3, 1000).proves(SQUARE, half(-1999, 1000, 1000)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 3, 2", // the side plays no part
    "-1, 1, -1, 3, -2",
    "1, 1, 2, 3, 2", // x is left over
    "1, 1, 1, 3, 1",
    "1, 1, 1, 2, -2", // an inequality turned around
    "1, 1, 1, 4, 2", // there is no such half-space
    "1, -1, 1, 3, 2",
    "1, 1, 1, 3, 0",
    "2, 1, 1, 3, 2"
  })
  void whatIsNoProofIsRefused(long ofSide, long i, long m, long j, long k) {
    assertFalse(combination(ofSide, i, m, j, k).proves(SQUARE, half(-4, 1, 2)));
  }

  @Test
  void aHalfSpaceContradictsItsOpposite() {
    HalfSpace some = half(-1, 3, -7);
    assertTrue(combination(1, 0, 1).proves(List.of(some), some.opposite()));
    assertFalse(combination(1, 0, 1).proves(List.of(some), some));
  }

  @Test
  void nothingIsProvedByTheSideAlone() {
    assertFalse(combination(1).proves(SQUARE, half(-4, 1, 2)));
  }
}
