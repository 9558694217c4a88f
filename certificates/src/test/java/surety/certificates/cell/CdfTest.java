package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

class CdfTest {
  /** A leaf of which anything is said, as long as it does not contradict itself. */
  private record Leaf(
      int scale, Interval range, Interval mass, Interval below, Optional<Rational> constant)
      implements MassLeaf {
    @Override
    public boolean implies(CompiledEvent.Comparison event, CompiledEvent.Comparison other) {
      return false;
    }

    @Override
    public Interval range(int form) {
      return range;
    }

    @Override
    public Optional<Boolean> decided(int form, Threshold threshold) {
      return new FormValues(range, constant).decided(threshold);
    }

    @Override
    public Interval below(int form, boolean isTurned, Threshold threshold) {
      return isTurned
          ? new Interval(Math.max(0, mass.lower() - below.upper()), mass.upper() - below.lower())
          : below;
    }
  }

  private static List<CompiledEvent> events(int count) {
    List<CompiledEvent> events = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      events.add(event(k));
    }
    return events;
  }

  private static Cdf cdf(List<CompiledEvent> events) {
    return new Cdf(List.of(events), CompiledEvent.Decided.ALWAYS);
  }

  private static CompiledEvent event(int k) {
    return new CompiledEvent.Comparison(0, Threshold.of(Rational.of(k, 3), true), true);
  }

  private static Leaf leaf(SplittableRandom random) {
    double a = random.nextInt(-3, 9) * 0.5;
    double b = a + random.nextInt(0, 6) * 0.5;
    if (random.nextInt(8) == 0) {
      a = Double.NEGATIVE_INFINITY;
      b = Double.POSITIVE_INFINITY;
    }
    double mass = random.nextDouble() * 0x1p-6;
    Interval enclosure = new Interval(mass, mass * (1 + 1e-3 * random.nextDouble()));
    double part = mass * random.nextDouble();
    Interval below = new Interval(part, part + (mass - part) * 2 * random.nextDouble());
    Optional<Rational> constant =
        random.nextInt(4) == 0 ? Optional.of(Rational.of(random.nextInt(9), 3)) : Optional.empty();
    Interval range = constant.map(c -> Interval.of(c)).orElse(new Interval(a, b));
    return new Leaf(random.nextInt(3) * -512, range, enclosure, below, constant);
  }

  private static Measure.Account account(Measure measure, List<Leaf> leaves) {
    Measure.Account account = measure.open();
    leaves.forEach(account::add);
    return account;
  }

  private static List<Leaf> leaves(SplittableRandom random, int count) {
    List<Leaf> leaves = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      leaves.add(leaf(random));
    }
    leaves.add(rest(leaves));
    return leaves;
  }

  /** With it the masses may add up to 1. */
  private static Leaf rest(List<Leaf> leaves) {
    double lower = 0;
    double upper = 0;
    for (Leaf leaf : leaves) {
      lower += Math.scalb(leaf.mass().lower(), leaf.scale());
      upper += Math.scalb(leaf.mass().upper(), leaf.scale());
    }
    Interval mass = new Interval(1 - upper - 1e-12, 1 - lower + 1e-12);
    return new Leaf(0, Interval.WHOLE, mass, new Interval(0.01, 0.02), Optional.empty());
  }

  private static final Tails NONE = new Tails(List.of(), true);

  private static Tails tails(SplittableRandom random) {
    List<Tails.Part> parts = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      double from = random.nextInt(-9, 9) * 0.5;
      parts.add(MassLeaf.tail(0x1p-10, Interval.of(from, from + random.nextInt(5))));
    }
    return new Tails(parts, true);
  }

  /** Each threshold has what it has alone, by the sums of the definition. */
  @Test
  void boundsAreThoseOfTheEventsAlone() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 300; i++) {
      List<CompiledEvent> events = new ArrayList<>();
      events.addAll(Collections.nCopies(random.nextInt(2), CompiledEvent.Decided.NEVER));
      events.addAll(events(random.nextInt(1, 12)));
      events.addAll(Collections.nCopies(random.nextInt(2), CompiledEvent.Decided.ALWAYS));
      List<Leaf> leaves = leaves(random, random.nextInt(25));
      Tails tails = tails(random);
      List<Enclosure> bounds = account(cdf(events), leaves).bounds(tails);
      assertEquals(events.size(), bounds.size());
      for (int k = 0; k < events.size(); k++) {
        assertEquals(
            account(new EventProbability(events.get(k)), leaves).bounds(tails),
            List.of(bounds.get(k)));
        assertEquals(naive(events.get(k), leaves, tails), bounds.get(k));
      }
    }
  }

  private static Dyadic scaled(double x, Leaf leaf) {
    return Dyadic.of(x).shift(leaf.scale());
  }

  private static Enclosure naive(CompiledEvent event, List<Leaf> leaves, Tails tails) {
    if (event instanceof CompiledEvent.Decided decided) {
      return decided.happens() ? Enclosure.ONE : Enclosure.ZERO;
    }
    Threshold threshold = ((CompiledEvent.Comparison) event).threshold();
    Dyadic inLow = Dyadic.ZERO;
    Dyadic inHigh = tails.mass(event).upper();
    Dyadic outLow = Dyadic.ZERO;
    Dyadic outHigh = tails.mass(event.negated()).upper();
    for (Leaf leaf : leaves) {
      Dyadic low = scaled(leaf.mass().lower(), leaf);
      Dyadic high = scaled(leaf.mass().upper(), leaf);
      Optional<Boolean> holds = leaf.decided(0, threshold);
      if (holds.isPresent() && holds.get()) {
        inLow = inLow.plus(low);
        inHigh = inHigh.plus(high);
      } else if (holds.isPresent()) {
        outLow = outLow.plus(low);
        outHigh = outHigh.plus(high);
      } else {
        double upper = Math.min(leaf.below().upper(), leaf.mass().upper());
        Dyadic restLow = low.minus(scaled(upper, leaf));
        Dyadic restHigh = high.minus(scaled(leaf.below().lower(), leaf));
        inLow = inLow.plus(scaled(leaf.below().lower(), leaf));
        inHigh = inHigh.plus(scaled(upper, leaf));
        double floor = Math.max(0, restLow.shift(-leaf.scale()).doubleFloor());
        outLow = outLow.plus(scaled(floor, leaf));
        outHigh = outHigh.plus(scaled(restHigh.shift(-leaf.scale()).doubleCeiling(), leaf));
      }
    }
    Dyadic lower = max(inLow, max(Dyadic.ONE.minus(outHigh), Dyadic.ZERO));
    Dyadic upper = max(inHigh.negate(), max(outLow.minus(Dyadic.ONE), Dyadic.ONE.negate()));
    return new Enclosure(Bound.of(lower).roundDown(), Bound.of(upper).roundDown().negate());
  }

  private static Dyadic max(Dyadic a, Dyadic b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  @Test
  void orderAndDivisionMakeNoDifference() {
    SplittableRandom random = new SplittableRandom(9);
    Cdf cdf = cdf(events(9));
    List<Leaf> leaves = leaves(random, 40);
    List<Enclosure> whole = account(cdf, leaves).bounds(NONE);
    assertTrue(whole.stream().anyMatch(bounds -> bounds.lower().signum() > 0));
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(leaves, new Random(i));
      int cut = random.nextInt(leaves.size());
      Measure.Account first = account(cdf, leaves.subList(0, cut));
      first.addAll(account(cdf, leaves.subList(cut, leaves.size())));
      assertEquals(whole, first.bounds(NONE));
    }
  }

  @Test
  void nothingIsNothing() {
    // no leaves and no tails would have no probability at all, so any bounds would be true
    List<Enclosure> bounds = cdf(events(2)).open().bounds(tails(1));
    assertEquals(
        List.of(Enclosure.of(Dyadic.ZERO, Dyadic.ONE), Enclosure.of(Dyadic.ZERO, Dyadic.ONE)),
        bounds);
  }

  private static Tails tails(double mass) {
    return new Tails(List.of(MassLeaf.tail(mass, Interval.WHOLE)), true);
  }

  @Test
  void eventsThatAreAllDecidedNeedNoLeaves() {
    List<CompiledEvent> events = List.of(CompiledEvent.Decided.NEVER, CompiledEvent.Decided.ALWAYS);
    SplittableRandom random = new SplittableRandom(10);
    assertEquals(
        List.of(Enclosure.ZERO, Enclosure.ONE),
        account(cdf(events), leaves(random, 5)).bounds(NONE));
  }

  /**
   * At most 0, 1/3, 2/3, ...: what lies between 1 and 2 is so nowhere below 1 and always from 2.
   */
  @Test
  void eventsAreOpenBetweenTheEndsOfTheRange() {
    Leaf leaf =
        new Leaf(0, new Interval(1, 2), Interval.ONE, new Interval(0.25, 0.5), Optional.empty());
    CdfLeaf of = new CdfLeaf(cdf(events(9)), true, leaf);
    assertArrayEquals(new int[] {3}, of.first());
    List<Integer> open = new ArrayList<>();
    List<Integer> happening = new ArrayList<>();
    of.visit((place, axes, mass) -> (axes == 1 ? open : happening).add(place[0]));
    assertEquals(List.of(3, 4, 5), open);
    assertEquals(List.of(6), happening);
  }
}
