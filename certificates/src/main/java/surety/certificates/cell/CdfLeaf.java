package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import surety.certificates.arithmetic.Interval;

/**
 * A leaf as a {@link Cdf} sees it. The events of axis i happen nowhere on it before some place
 * {@code first_i} and everywhere from another place {@code from_i} on, as they ascend; between them
 * they are open.
 */
final class CdfLeaf {
  private final Cdf cdf;
  private final EvaluatedLeaf leaf;
  private final CompiledEvent condition;
  private final EventMass mass;
  private final int[] first;
  private final int[] from;
  private final EventMass[][] alone;

  /** Whether what is asked is but that some events happen, each about a form of its own. */
  private final boolean isPlain;

  /**
   * Looks at a leaf.
   *
   * @param hasDifferentForms whether no two axes compare the same form
   */
  CdfLeaf(Cdf cdf, boolean hasDifferentForms, EvaluatedLeaf leaf) {
    this.cdf = cdf;
    this.leaf = leaf;
    this.condition = cdf.given().simplified(c -> leaf.decided(c.form(), c.threshold()));
    this.isPlain = condition.equals(CompiledEvent.Decided.ALWAYS) && hasDifferentForms;
    this.mass = EventMass.of(condition, leaf);
    int dimension = cdf.axes().size();
    this.first = new int[dimension];
    this.from = new int[dimension];
    this.alone = new EventMass[dimension][];
    for (int i = 0; i < dimension; i++) {
      List<CompiledEvent> events = cdf.axes().get(i);
      first[i] = firstWhere(events, event -> !isEverywhere(event.negated()));
      from[i] = firstWhere(events, this::isEverywhere);
      alone[i] = new EventMass[from[i] - first[i]];
    }
  }

  /** Decided by the bounds of the form alone, so that it is monotone along an axis. */
  private boolean isEverywhere(CompiledEvent event) {
    if (event instanceof CompiledEvent.Decided decided) {
      return decided.happens();
    }
    CompiledEvent.Comparison c = (CompiledEvent.Comparison) event;
    Interval range = leaf.range(c.form());
    return c.isBelow()
        ? c.threshold().includes(range.upper())
        : c.threshold().excludes(range.lower());
  }

  private static int firstWhere(List<CompiledEvent> events, Predicate<CompiledEvent> holds) {
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(events.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The leaf's mass in the condition, and outside of it. */
  EventMass mass() {
    return mass;
  }

  /** For each axis the first place where its event may happen; the axis' end if there is none. */
  int[] first() {
    return first;
  }

  /** Is told of places where an event may happen. */
  interface Visitor {
    /**
     * A place where the axes in {@code open}, as bits, are open, and the event of each other axis
     * happens everywhere from there on.
     *
     * @param mass of what is in the events of all axes and in the condition; and of what is in the
     *     condition only
     */
    void visit(int[] place, int open, EventMass mass);
  }

  /** Visits each choice of axes that are open and of their places. */
  void visit(Visitor visitor) {
    visit(0, 0, new int[first.length], visitor);
  }

  private void visit(int i, int open, int[] place, Visitor visitor) {
    if (i == place.length) {
      visitor.visit(place, open, mass(open, place));
      return;
    }
    for (int k = first[i]; k < from[i]; k++) {
      place[i] = k;
      visit(i + 1, open | 1 << i, place, visitor);
    }
    if (from[i] < cdf.axes().get(i).size()) {
      place[i] = from[i];
      visit(i + 1, open, place, visitor);
    }
  }

  private EventMass mass(int open, int[] place) {
    if (open == 0) {
      return new EventMass(mass.inside(), Interval.ZERO);
    }
    return isPlain ? plain(open, place) : general(open, place);
  }

  /** Events of different forms are joined by Frechet's inequalities, from what each has alone. */
  private EventMass plain(int open, int[] place) {
    if (Integer.bitCount(open) == 1) {
      int i = Integer.numberOfTrailingZeros(open);
      return alone(i, place[i]);
    }
    List<EventMass> masses = new ArrayList<>();
    for (int i = 0; i < place.length; i++) {
      if ((open & 1 << i) != 0) {
        masses.add(alone(i, place[i]));
      }
    }
    return EventMass.all(masses, leaf);
  }

  private EventMass general(int open, int[] place) {
    List<CompiledEvent> events = new ArrayList<>();
    for (int i = 0; i < place.length; i++) {
      if ((open & 1 << i) != 0) {
        events.add(cdf.axes().get(i).get(place[i]));
      }
    }
    CompiledEvent event = CompiledEvent.combination(true, events);
    return new EventMass(
        EventMass.of(event.and(condition), leaf).inside(),
        EventMass.of(event.negated().and(condition), leaf).inside());
  }

  /** What an event has alone is computed once. */
  private EventMass alone(int i, int k) {
    int open = k - first[i];
    if (alone[i][open] == null) {
      alone[i][open] = EventMass.of(cdf.axes().get(i).get(k), leaf);
    }
    return alone[i][open];
  }
}
