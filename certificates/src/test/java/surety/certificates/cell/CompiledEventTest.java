package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class CompiledEventTest {
  private static final CompiledEvent A = comparison(0, 1);
  private static final CompiledEvent B = comparison(1, 1);
  private static final CompiledEvent C = comparison(2, 1);

  private static CompiledEvent comparison(int form, int threshold) {
    return new CompiledEvent.Comparison(form, Threshold.of(Rational.of(threshold), true), true);
  }

  private static CompiledEvent all(CompiledEvent... parts) {
    return CompiledEvent.combination(true, List.of(parts));
  }

  private static CompiledEvent any(CompiledEvent... parts) {
    return CompiledEvent.combination(false, List.of(parts));
  }

  @Test
  void combinationsAreFlatAndHaveNoDecidedParts() {
    assertEquals(all(A, B, C), all(A, all(B, C)));
    assertEquals(any(A, B, C), any(any(A, B), C));
    assertNotEquals(all(A, B, C), all(A, any(B, C)));
    assertEquals(CompiledEvent.Decided.ALWAYS, all());
    assertEquals(CompiledEvent.Decided.NEVER, any());
    assertSame(A, all(A));
    assertSame(A, any(CompiledEvent.Decided.NEVER, A, CompiledEvent.Decided.NEVER));
    assertSame(A, all(CompiledEvent.Decided.ALWAYS, A));
    assertEquals(CompiledEvent.Decided.NEVER, all(A, CompiledEvent.Decided.NEVER, B));
    assertEquals(CompiledEvent.Decided.ALWAYS, any(A, B, CompiledEvent.Decided.ALWAYS));
    assertEquals(all(A, B), A.and(B));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000; i++) {
      requireFlat(RandomEvents.any(random, 3, 4));
    }
  }

  private static void requireFlat(CompiledEvent event) {
    if (event instanceof CompiledEvent.Combination of) {
      assertTrue(of.parts().size() > 1);
      for (CompiledEvent part : of.parts()) {
        assertTrue(!(part instanceof CompiledEvent.Decided), event::toString);
        assertTrue(
            !(part instanceof CompiledEvent.Combination inner && inner.all() == of.all()),
            event::toString);
        requireFlat(part);
      }
    }
  }

  @Test
  void negationsAreThoseOfDeMorgan() {
    assertEquals(any(A.negated(), B.negated()), all(A, B).negated());
    assertEquals(all(A.negated(), any(B.negated(), C)), any(A, all(B, C.negated())).negated());
    assertEquals(CompiledEvent.Decided.NEVER, CompiledEvent.Decided.ALWAYS.negated());
    assertEquals(CompiledEvent.Decided.ALWAYS, CompiledEvent.Decided.NEVER.negated());
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 2_000; i++) {
      CompiledEvent event = RandomEvents.any(random, 3, 4);
      assertEquals(event, event.negated().negated());
      assertEquals(event.comparisons().size(), event.negated().comparisons().size());
    }
  }

  /** At points on, between and beyond all thresholds, some comparisons decided before. */
  @Test
  void simplifiedEventsHappenWhenTheEventsDo() {
    SplittableRandom random = new SplittableRandom(3);
    int decidedEarly = 0;
    for (int i = 0; i < 2_000; i++) {
      CompiledEvent event = RandomEvents.any(random, 3, 3);
      Set<CompiledEvent.Comparison> given = new HashSet<>();
      for (CompiledEvent.Comparison c : event.comparisons()) {
        if (random.nextBoolean()) {
          given.add(below(c));
        }
      }
      for (int row = 0; row < 40; row++) {
        List<Rational> forms = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
          forms.add(Rational.of(random.nextInt(-1, 26), 6));
        }
        Predicate<CompiledEvent.Comparison> holds = c -> c.threshold().holds(forms.get(c.form()));
        boolean truth = RandomEvents.happens(event, holds);
        assertEquals(!truth, RandomEvents.happens(event.negated(), holds));
        CompiledEvent part =
            event.simplified(
                c -> given.contains(below(c)) ? Optional.of(holds.test(c)) : Optional.empty());
        requireFlat(part);
        assertTrue(part.comparisons().stream().noneMatch(c -> given.contains(below(c))));
        assertEquals(truth, RandomEvents.happens(part, holds));
        CompiledEvent whole = event.simplified(c -> Optional.of(holds.test(c)));
        assertEquals(truth ? CompiledEvent.Decided.ALWAYS : CompiledEvent.Decided.NEVER, whole);
        decidedEarly += part instanceof CompiledEvent.Decided ? 1 : 0;
      }
    }
    assertTrue(decidedEarly > 1_000);
  }

  /** Decided are combinations of one form with parts that exclude each other, and no others. */
  @Test
  void partsThatExcludeEachOtherNeverHappenTogether() {
    for (int s = 0; s < 3; s++) {
      for (int t = 0; t < 3; t++) {
        for (boolean strict : new boolean[] {false, true}) {
          Threshold first = Threshold.of(Rational.of(s), !strict);
          CompiledEvent below = new CompiledEvent.Comparison(0, first, true);
          CompiledEvent above = comparison(0, t).negated();
          boolean exclusive = s <= t; // g <= s or g < s, and g > t
          assertEquals(exclusive, all(below, B, above).equals(CompiledEvent.Decided.NEVER));
          assertEquals(
              exclusive,
              any(below.negated(), B, above.negated()).equals(CompiledEvent.Decided.ALWAYS));
          assertNotEquals(CompiledEvent.Decided.NEVER, all(below, comparison(1, t).negated()));
        }
      }
    }
  }

  /** The comparison that says below of the same form and threshold. */
  private static CompiledEvent.Comparison below(CompiledEvent.Comparison c) {
    return new CompiledEvent.Comparison(c.form(), c.threshold(), true);
  }

  @Test
  void whatIsNotKnownStays() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 500; i++) {
      CompiledEvent event = RandomEvents.any(random, 3, 4);
      assertEquals(event, event.simplified(c -> Optional.empty()));
    }
  }

  @Test
  void comparisonsAreAllOfThem() {
    CompiledEvent event = any(all(A, C.negated()), all(A, comparison(0, 2)));
    assertEquals(
        Stream.of(A, C.negated(), A, comparison(0, 2)).toList(), List.copyOf(event.comparisons()));
    assertTrue(CompiledEvent.Decided.NEVER.comparisons().isEmpty());
  }

  @Test
  void anEventOfOneFormKnowsIt() {
    assertEquals(0, A.onlyForm());
    assertEquals(0, any(A, all(comparison(0, 2), comparison(0, 5).negated())).onlyForm());
    assertEquals(-1, any(A, all(comparison(0, 2), C)).onlyForm());
    assertEquals(-1, CompiledEvent.Decided.ALWAYS.onlyForm());
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 500; i++) {
      CompiledEvent event = RandomEvents.any(random, 2, 3);
      Set<Integer> forms = new HashSet<>();
      event.comparisons().forEach(c -> forms.add(c.form()));
      assertEquals(forms.size() == 1 ? forms.iterator().next() : -1, event.onlyForm());
    }
  }
}
