package surety.solver.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.region.HalfSpace;
import surety.certificates.stop.Stop;

class SideOracleTest {
  private static HalfSpace half(long constant, long... normal) {
    return new HalfSpace(
        Arrays.stream(normal).mapToObj(BigInteger::valueOf).toList(), BigInteger.valueOf(constant));
  }

  private static List<HalfSpace> cube(int n) {
    List<HalfSpace> cube = new ArrayList<>();
    for (int q = 0; q < n; q++) {
      long[] normal = new long[n];
      normal[q] = 3;
      cube.add(half(1, normal));
      normal[q] = -3;
      cube.add(half(2, normal));
    }
    return cube;
  }

  /** The kernel confirms whatever it answers, with numbers of all sizes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void answersAreWitnessed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + (int) (seed % 4);
    int size = seed % 2 == 0 ? 3 : 1_000_000_000;
    List<HalfSpace> stack = cube(n);
    int empty = 0;
    try (SideOracle oracle = new SideOracle(n, Stop.NEVER)) {
      stack.forEach(oracle::push);
      for (int trial = 0; trial < 40; trial++) {
        long[] normal = new long[n];
        Arrays.setAll(normal, q -> random.nextInt(-size, size + 1));
        if (Arrays.stream(normal).allMatch(a -> a == 0)) {
          continue;
        }
        HalfSpace side = half(random.nextInt(-size, size / 2), normal);
        SideOracle.Answer answer = oracle.ask(side);
        if (answer instanceof SideOracle.Answer.Inside inside) {
          assertTrue(side.containsInside(inside.point()));
          assertTrue(stack.stream().allMatch(h -> h.containsInside(inside.point())));
          if (trial % 8 == 0) {
            stack.add(side);
            oracle.push(side);
          }
        } else {
          empty++;
          assertTrue(((SideOracle.Answer.Empty) answer).proof().proves(stack, side));
        }
      }
    }
    assertTrue(empty > 0);
  }

  @Test
  void touchingIsNotMeeting() {
    try (SideOracle oracle = new SideOracle(2, Stop.NEVER)) {
      cube(2).forEach(oracle::push); // from -1/3 to 2/3
      assertInstanceOf(SideOracle.Answer.Empty.class, oracle.ask(half(-4, 3, 3)));
      assertInstanceOf(SideOracle.Answer.Empty.class, oracle.ask(half(-2, 3, 0)));
      assertInstanceOf(SideOracle.Answer.Empty.class, oracle.ask(half(-1, 0, -3)));
      assertInstanceOf(
          SideOracle.Answer.Inside.class,
          oracle.ask(half(-3_999_999_999L, 3_000_000_000L, 3_000_000_000L)));
    }
  }

  @Test
  void theSameHalfSpaceTwiceIsNoTrouble() {
    try (SideOracle oracle = new SideOracle(1, Stop.NEVER)) {
      cube(1).forEach(oracle::push);
      HalfSpace half = half(0, 1);
      oracle.push(half);
      oracle.push(half);
      oracle.pop();
      SideOracle.Answer answer = oracle.ask(half.opposite());
      assertEquals(BigInteger.ONE, ((SideOracle.Answer.Empty) answer).proof().ofSide());
      oracle.pop();
      assertInstanceOf(SideOracle.Answer.Inside.class, oracle.ask(half.opposite()));
    }
  }
}
