package surety.certificates.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaledSumTest {
  private record Summand(double x, int scale) {
    Dyadic exact() {
      return Dyadic.of(x).shift(scale);
    }
  }

  private static ScaledSum sum(List<Summand> summands) {
    ScaledSum sum = new ScaledSum();
    summands.forEach(s -> sum.add(s.x, s.scale));
    return sum;
  }

  private static Dyadic exact(List<Summand> summands) {
    return summands.stream().map(Summand::exact).reduce(Dyadic.ZERO, Dyadic::plus);
  }

  private static List<Summand> any(SplittableRandom random, int range) {
    List<Summand> summands = new ArrayList<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      summands.add(new Summand(Math.abs(Doubles.any(random)), random.nextInt(-range, range + 1)));
    }
    return summands;
  }

  @Test
  void isExactForNumbersThatAreNotTooFarApart() {
    SplittableRandom random = new SplittableRandom(31);
    for (int round = 0; round < 300; round++) {
      List<Summand> summands = new ArrayList<>();
      for (int i = random.nextInt(40); i > 0; i--) {
        summands.add(new Summand(random.nextDouble(), random.nextInt(-1400, -10)));
      }
      assertEquals(exact(summands), sum(summands).lower());
      assertEquals(exact(summands), sum(summands).upper());
    }
  }

  @Test
  void enclosesTheSumOfAnyNumbersTightly() {
    SplittableRandom random = new SplittableRandom(32);
    for (int round = 0; round < 300; round++) {
      List<Summand> summands = any(random, 20_000);
      Dyadic exact = exact(summands);
      ScaledSum sum = sum(summands);
      assertTrue(sum.lower().compareTo(exact) <= 0);
      assertTrue(sum.upper().compareTo(exact) >= 0);
      Dyadic gap = sum.upper().minus(sum.lower());
      assertTrue(gap.shift(1500).compareTo(exact) <= 0, "relative gap of 2^-1500");
    }
  }

  @Test
  void neitherOrderNorDivisionMakesADifference() {
    SplittableRandom random = new SplittableRandom(33);
    for (int round = 0; round < 200; round++) {
      List<Summand> summands = any(random, 6_000);
      ScaledSum first = sum(summands);
      Collections.shuffle(summands, new Random(round));
      int cut = random.nextInt(summands.size() + 1);
      ScaledSum second = sum(summands.subList(0, cut));
      second.add(sum(summands.subList(cut, summands.size())));
      assertEquals(first.lower(), second.lower());
      assertEquals(first.upper(), second.upper());
    }
  }

  @Test
  void carriesThroughManyAdditions() {
    ScaledSum sum = new ScaledSum();
    double x = 0x1.fffffffffffffp511;
    for (int i = 0; i < 3_000_000; i++) {
      sum.add(x, -7);
    }
    assertEquals(Dyadic.of(x).shift(-7).times(Dyadic.of(3_000_000)), sum.lower());
    ScaledSum twice = new ScaledSum();
    twice.add(sum);
    twice.add(sum);
    assertEquals(sum.lower().shift(1), twice.upper());
  }

  @Test
  void theGreatestAndLeastScalesAreSummed() {
    ScaledSum sum = new ScaledSum();
    sum.add(Double.MIN_VALUE, -(1 << 20));
    assertEquals(Dyadic.of(Double.MIN_VALUE).shift(-(1 << 20)), sum.upper());
    sum.add(Double.MAX_VALUE, 1 << 20);
    assertEquals(Dyadic.of(Double.MAX_VALUE).shift(1 << 20), sum.lower());
    assertTrue(sum.upper().compareTo(sum.lower()) > 0, "the small one is not forgotten");
  }

  @Test
  void nothingIsZero() {
    ScaledSum sum = new ScaledSum();
    sum.add(0, 512);
    sum.add(new ScaledSum());
    assertEquals(Dyadic.ZERO, sum.lower());
    assertEquals(Dyadic.ZERO, sum.upper());
  }

  @Test
  void refusesWhatIsNoMass() {
    ScaledSum sum = new ScaledSum();
    for (double x : new double[] {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(ArithmeticException.class, () -> sum.add(x, 0));
    }
  }

  @Test
  void whatBothSumsHadIsCountedWhereItFallsBelow() {
    ScaledSum small = sum(Collections.nCopies(2, new Summand(1, -5000)));
    small.add(sum(Collections.nCopies(3, new Summand(1, -5000))));
    ScaledSum atOnce = sum(Collections.nCopies(5, new Summand(1, -5000)));
    for (ScaledSum sum : List.of(small, atOnce)) {
      sum.add(1, 0);
    }
    assertEquals(Dyadic.ONE, small.lower());
    assertEquals(atOnce.upper(), small.upper());
  }
}
