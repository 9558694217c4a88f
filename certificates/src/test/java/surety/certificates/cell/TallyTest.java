package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class TallyTest {
  private record Leaf(int scale, double least, double greatest, Interval mass, Interval below) {}

  private static List<Threshold> thresholds(int count) {
    List<Threshold> thresholds = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      thresholds.add(Threshold.of(Rational.of(k, 3), true));
    }
    return thresholds;
  }

  private static Leaf leaf(SplittableRandom random) {
    double a = random.nextInt(-3, 9) * 0.5;
    double b = a + random.nextInt(0, 6) * 0.5;
    if (random.nextInt(8) == 0) {
      a = Double.NEGATIVE_INFINITY;
      b = Double.POSITIVE_INFINITY;
    }
    double mass = random.nextDouble();
    Interval enclosure = new Interval(mass, mass * (1 + 1e-3 * random.nextDouble()));
    double part = mass * random.nextDouble();
    Interval below = new Interval(part, part + (mass - part) * 2 * random.nextDouble());
    return new Leaf(random.nextInt(3) * -512, a, b, enclosure, below);
  }

  private static Tally tally(List<Leaf> leaves, List<Threshold> thresholds) {
    Tally tally = new Tally(thresholds);
    for (Leaf leaf : leaves) {
      tally.add(leaf.scale(), leaf.least(), leaf.greatest(), leaf.mass(), t -> leaf.below());
    }
    return tally;
  }

  private static Dyadic scaled(double x, Leaf leaf) {
    return Dyadic.of(x).shift(leaf.scale());
  }

  private static Tally.Totals plus(Tally.Totals a, Tally.Totals b) {
    return new Tally.Totals(
        a.eventLower().plus(b.eventLower()),
        a.eventUpper().plus(b.eventUpper()),
        a.restLower().plus(b.restLower()),
        a.restUpper().plus(b.restUpper()));
  }

  /** The same by its definition, one leaf and one threshold at a time. */
  private static Tally.Totals naive(List<Leaf> leaves, Threshold threshold) {
    Tally.Totals sum = new Tally.Totals(Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO);
    for (Leaf leaf : leaves) {
      Dyadic low = scaled(leaf.mass().lower(), leaf);
      Dyadic high = scaled(leaf.mass().upper(), leaf);
      if (threshold.includes(leaf.greatest())) {
        sum = plus(sum, new Tally.Totals(low, high, Dyadic.ZERO, Dyadic.ZERO));
      } else if (threshold.excludes(leaf.least())) {
        sum = plus(sum, new Tally.Totals(Dyadic.ZERO, Dyadic.ZERO, low, high));
      } else {
        double upper = Math.min(leaf.below().upper(), leaf.mass().upper());
        Dyadic restLow = low.minus(scaled(upper, leaf));
        Dyadic restHigh = high.minus(scaled(leaf.below().lower(), leaf));
        sum =
            plus(
                sum,
                new Tally.Totals(
                    scaled(leaf.below().lower(), leaf),
                    scaled(upper, leaf),
                    Dyadic.of(Math.max(0, restLow.shift(-leaf.scale()).doubleFloor()))
                        .shift(leaf.scale()),
                    Dyadic.of(restHigh.shift(-leaf.scale()).doubleCeiling()).shift(leaf.scale())));
      }
    }
    return sum;
  }

  @Test
  void sumsAreThoseOfTheDefinition() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 100; i++) {
      List<Threshold> thresholds = thresholds(random.nextInt(1, 12));
      List<Leaf> leaves = new ArrayList<>();
      for (int k = random.nextInt(30); k > 0; k--) {
        leaves.add(leaf(random));
      }
      Tally.Totals[] totals = tally(leaves, thresholds).totals();
      for (int k = 0; k < totals.length; k++) {
        assertEquals(naive(leaves, thresholds.get(k)), totals[k]);
      }
    }
  }

  @Test
  void orderAndDivisionMakeNoDifference() {
    SplittableRandom random = new SplittableRandom(9);
    List<Threshold> thresholds = thresholds(9);
    List<Leaf> leaves = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      leaves.add(leaf(random));
    }
    Tally.Totals[] totals = tally(leaves, thresholds).totals();
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(leaves, new Random(i));
      int cut = random.nextInt(leaves.size());
      Tally first = tally(leaves.subList(0, cut), thresholds);
      first.add(tally(leaves.subList(cut, leaves.size()), thresholds));
      assertEquals(Arrays.asList(totals), Arrays.asList(first.totals()));
    }
  }

  @Test
  void nothingIsNothing() {
    Tally.Totals none = new Tally.Totals(Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO);
    assertEquals(List.of(none, none), Arrays.asList(new Tally(thresholds(2)).totals()));
  }
}
