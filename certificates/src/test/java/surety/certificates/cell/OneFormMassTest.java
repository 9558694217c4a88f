package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class OneFormMassTest {
  private static boolean isOfOneForm(CompiledEvent event) {
    return event.onlyForm() >= 0;
  }

  @Test
  void isTheMassOfAUnionOfIntervals() {
    SplittableRandom random = new SplittableRandom(31);
    int several = 0;
    for (int i = 0; i < 20_000; i++) {
      DiscreteLeaf leaf = DiscreteLeaf.any(random, 1, 0);
      CompiledEvent event = RandomEvents.any(random, 1, 4);
      if (isOfOneForm(event)) {
        double truth = leaf.exactly(point -> RandomEvents.happens(event, point));
        assertEquals(
            Interval.of(truth, truth), OneFormMass.of(event, leaf), () -> event + " " + leaf);
        several += event.comparisons().size() > 3 ? 1 : 0;
      }
    }
    assertTrue(several > 500);
  }

  @Test
  void enclosesItWhereMassesAreEnclosed() {
    SplittableRandom random = new SplittableRandom(32);
    for (int i = 0; i < 10_000; i++) {
      DiscreteLeaf leaf = DiscreteLeaf.any(random, 1, 0.2);
      CompiledEvent event = RandomEvents.any(random, 1, 3);
      if (isOfOneForm(event)) {
        double truth = leaf.exactly(point -> RandomEvents.happens(event, point));
        Interval mass = OneFormMass.of(event, leaf);
        assertTrue(mass.contains(truth), () -> event + " " + leaf + " " + mass);
        assertTrue(mass.lower() >= 0);
      }
    }
  }

  /** The upper end of the line is asked for as such: 1 less almost 1 would lose a small mass. */
  @Test
  void smallMassesAtEitherEndStayAccurate() {
    List<Rational> middle = List.of(Rational.ONE);
    DiscreteLeaf leaf =
        new DiscreteLeaf(
            0,
            List.of(List.of(Rational.ZERO), middle, List.of(Rational.of(2))),
            List.of(1e-30, 1.0, 3e-30),
            1e-9);
    Threshold low = Threshold.of(Rational.of(1, 2), true);
    Threshold high = Threshold.of(Rational.of(3, 2), false);
    CompiledEvent below = new CompiledEvent.Comparison(0, low, true);
    CompiledEvent above = new CompiledEvent.Comparison(0, high, false);
    CompiledEvent outside = CompiledEvent.combination(false, List.of(above, below));
    assertTrue(OneFormMass.of(below, leaf).lower() > 0.9e-30);
    assertTrue(OneFormMass.of(above, leaf).lower() > 2.9e-30);
    assertTrue(OneFormMass.of(outside, leaf).lower() > 3.9e-30);
  }

  /** As many comparisons as a statement may have, all of one form. */
  @Test
  void manyComparisonsAreNoTrouble() {
    List<CompiledEvent> parts = new ArrayList<>();
    List<List<Rational>> points = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int k = 0; k < 500; k++) {
      CompiledEvent from =
          new CompiledEvent.Comparison(0, Threshold.of(Rational.of(4L * k), true), false);
      CompiledEvent to =
          new CompiledEvent.Comparison(0, Threshold.of(Rational.of(4L * k + 2), true), true);
      parts.add(from.and(to)); // 4k < g <= 4k + 2
      points.add(List.of(Rational.of(4L * k + 1 + k % 3)));
      weights.add(0x1p-9);
    }
    DiscreteLeaf leaf = new DiscreteLeaf(0, points, weights, 0);
    double truth = Math.ceil(1000 / 3.0) * 0x1p-9; // where k % 3 is 0 or 1
    assertEquals(
        Interval.of(truth, truth), OneFormMass.of(CompiledEvent.combination(false, parts), leaf));
  }
}
