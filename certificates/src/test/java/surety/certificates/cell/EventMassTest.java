package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class EventMassTest {
  private static void requireTruth(CompiledEvent event, DiscreteLeaf leaf, EventMass mass) {
    double inside = leaf.exactly(point -> RandomEvents.happens(event, point));
    double outside = leaf.exactly(point -> !RandomEvents.happens(event, point));
    String what = event + " " + leaf + " " + mass + " but " + inside + ", " + outside;
    assertTrue(mass.inside().contains(inside), what);
    assertTrue(mass.outside().contains(outside), what);
    assertTrue(mass.inside().lower() >= 0 && mass.outside().lower() >= 0, what);
    assertTrue(mass.inside().upper() <= leaf.mass().upper(), what);
    assertTrue(mass.outside().upper() <= leaf.mass().upper() * (1 + 1e-15), what);
  }

  @Test
  void enclosesTheMassOfAnyEvent() {
    SplittableRandom random = new SplittableRandom(21);
    for (int i = 0; i < 8_000; i++) {
      int forms = random.nextInt(1, 5);
      double slack = new double[] {0, 1e-9, 0.3}[random.nextInt(3)];
      DiscreteLeaf leaf = DiscreteLeaf.any(random, forms, slack);
      CompiledEvent event = RandomEvents.any(random, forms, 3);
      EventMass mass = EventMass.of(event, leaf);
      requireTruth(event, leaf, mass);
      EventMass rest = EventMass.of(event.negated(), leaf);
      requireTruth(event.negated(), leaf, rest);
    }
  }

  /** What is about one form is known as well as its masses are. */
  @Test
  void isExactWhereAllComparisonsAreOfOneForm() {
    SplittableRandom random = new SplittableRandom(22);
    for (int i = 0; i < 4_000; i++) {
      DiscreteLeaf leaf = DiscreteLeaf.any(random, 1, 0);
      CompiledEvent event = RandomEvents.any(random, 1, 3);
      EventMass mass = EventMass.of(event, leaf);
      requireTruth(event, leaf, mass);
      assertEquals(0, mass.inside().width(), () -> event + " " + leaf + " " + mass);
      assertEquals(0, mass.outside().width(), () -> event + " " + leaf + " " + mass);
    }
  }

  /** Parts of one form are joined, wherever they stand; so an event and its rest never happen. */
  @Test
  void partsOfOneFormAreJoined() {
    SplittableRandom random = new SplittableRandom(23);
    for (int i = 0; i < 2_000; i++) {
      DiscreteLeaf leaf = DiscreteLeaf.any(random, 2, 0);
      CompiledEvent.Comparison a = RandomEvents.comparison(random, 1);
      CompiledEvent b =
          new CompiledEvent.Comparison(1, RandomEvents.comparison(random, 1).threshold(), true);
      CompiledEvent never = CompiledEvent.combination(true, List.of(a, b, a.negated()));
      assertEquals(0, EventMass.of(never, leaf).inside().upper());
      CompiledEvent always = CompiledEvent.combination(false, List.of(a, b, a.negated()));
      assertEquals(leaf.mass(), EventMass.of(always, leaf).inside());
      assertEquals(0, EventMass.of(always, leaf).outside().upper());
    }
  }

  @Test
  void orderMakesNoDifferenceBeyondRounding() {
    SplittableRandom random = new SplittableRandom(24);
    for (int i = 0; i < 3_000; i++) {
      DiscreteLeaf leaf = DiscreteLeaf.any(random, 3, 0.01);
      CompiledEvent a = RandomEvents.any(random, 3, 2);
      CompiledEvent b = RandomEvents.any(random, 3, 2);
      CompiledEvent c = RandomEvents.any(random, 3, 2);
      boolean all = random.nextBoolean();
      EventMass one = EventMass.of(CompiledEvent.combination(all, List.of(a, b, c)), leaf);
      EventMass two = EventMass.of(CompiledEvent.combination(all, List.of(c, a, b)), leaf);
      requireNear(one.inside(), two.inside());
      requireNear(one.outside(), two.outside());
    }
  }

  private static void requireNear(Interval a, Interval b) {
    assertEquals(a.lower(), b.lower(), 1e-12);
    assertEquals(a.upper(), b.upper(), 1e-12);
  }

  /** Frechet's inequalities are met: two forms whose points are as far apart as can be. */
  @Test
  void boundsOfSeveralFormsAreThoseOfFrechet() {
    List<Rational> onlyFirst = List.of(Rational.ZERO, Rational.of(4));
    List<Rational> onlySecond = List.of(Rational.of(4), Rational.ZERO);
    List<Rational> both = List.of(Rational.ZERO, Rational.ZERO);
    DiscreteLeaf leaf =
        new DiscreteLeaf(0, List.of(onlyFirst, onlySecond, both), List.of(0.5, 0.25, 0.125), 0);
    Threshold one = Threshold.of(Rational.ONE, true);
    CompiledEvent first = new CompiledEvent.Comparison(0, one, true); // 5/8
    CompiledEvent second = new CompiledEvent.Comparison(1, one, true); // 3/8
    EventMass and = EventMass.of(first.and(second), leaf);
    assertEquals(Interval.of(0.125, 0.375), and.inside());
    assertEquals(Interval.of(0.5, 0.75), and.outside());
    EventMass or = EventMass.of(CompiledEvent.combination(false, List.of(first, second)), leaf);
    assertEquals(Interval.of(0.625, 0.875), or.inside());
    assertEquals(Interval.of(0, 0.25), or.outside());
  }
}
