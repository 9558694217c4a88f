package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * The probability that an event happens in a leaf, and that it does not.
 *
 * <p>Where all comparisons that are open on the leaf are about one form g, the event is a union of
 * intervals of g, and the mass of an interval is the difference of two masses below thresholds.
 * Comparisons of several forms are combined by Frechet's inequalities: for events A_i with
 * complements B_i, {@code P(A_j) - sum of the other P(B_i) <= P(all A_i) <= min P(A_i)} for any j,
 * and {@code max P(B_i) <= P(any B_i) <= sum P(B_i)}; for 'or' the same of the complements. Of two
 * comparisons a box knows how their forms hang together, see {@link JoinedForms}.
 *
 * @param inside encloses the mass of the event, in the leaf's units
 * @param outside encloses that of its complement
 */
record EventMass(Interval inside, Interval outside) {

  /** Of an event in a leaf. */
  static EventMass of(CompiledEvent event, EvaluatedLeaf leaf) {
    return ofOpen(event.simplified(c -> leaf.decided(c.form(), c.threshold())), leaf);
  }

  private static EventMass ofOpen(CompiledEvent event, EvaluatedLeaf leaf) {
    if (event instanceof CompiledEvent.Decided decided) {
      return decided.happens()
          ? new EventMass(leaf.mass(), Interval.ZERO)
          : new EventMass(Interval.ZERO, leaf.mass());
    }
    if (event.onlyForm() >= 0) {
      return complemented(OneFormMass.of(event, leaf), leaf);
    }
    CompiledEvent.Combination of = (CompiledEvent.Combination) event;
    CompiledEvent less = of.withoutImplied(leaf);
    if (less != of) {
      return ofOpen(less, leaf);
    }
    List<CompiledEvent> parts = new ArrayList<>();
    List<EventMass> masses = new ArrayList<>();
    for (CompiledEvent part : groups(of)) {
      EventMass mass = ofOpen(part, leaf);
      parts.add(of.all() ? part : part.negated());
      masses.add(of.all() ? mass : mass.mirrored());
    }
    EventMass all = all(joined(parts, masses, leaf), leaf);
    return of.all() ? all : all.mirrored();
  }

  /**
   * Of the two comparisons that fail most, which are to hold together, more is known than their
   * masses: they take the place of both.
   */
  private static List<EventMass> joined(
      List<CompiledEvent> parts, List<EventMass> masses, EvaluatedLeaf leaf) {
    int first = -1;
    int second = -1;
    for (int k = 0; k < parts.size(); k++) {
      if (parts.get(k) instanceof CompiledEvent.Comparison) {
        if (first < 0 || isMore(masses.get(k), masses.get(first))) {
          second = first;
          first = k;
        } else if (second < 0 || isMore(masses.get(k), masses.get(second))) {
          second = k;
        }
      }
    }
    if (second < 0) {
      return masses;
    }
    double both =
        leaf.both(
            (CompiledEvent.Comparison) parts.get(first),
            (CompiledEvent.Comparison) parts.get(second));
    List<EventMass> fewer = new ArrayList<>(masses);
    EventMass together = all(List.of(masses.get(first), masses.get(second)), leaf);
    fewer.set(first, together.withInside(both, leaf));
    fewer.remove(second);
    return fewer;
  }

  private static boolean isMore(EventMass one, EventMass other) {
    return one.outside.upper() > other.outside.upper();
  }

  /** With another lower bound of what is inside; what is outside is the rest of the leaf. */
  private EventMass withInside(double mass, EvaluatedLeaf leaf) {
    double lower = Math.min(inside.upper(), Math.max(inside.lower(), mass));
    double rest = Math.max(outside.lower(), Rounding.subtractUp(leaf.mass().upper(), lower));
    return new EventMass(
        new Interval(lower, inside.upper()),
        new Interval(outside.lower(), Math.min(outside.upper(), rest)));
  }

  /** The parts, those of one form joined: their joint mass is known better than Frechet's. */
  private static List<CompiledEvent> groups(CompiledEvent.Combination of) {
    List<CompiledEvent> groups = new ArrayList<>();
    for (CompiledEvent part : of.parts()) {
      int form = part.onlyForm();
      int known = 0;
      while (known < groups.size() && (form < 0 || groups.get(known).onlyForm() != form)) {
        known++;
      }
      if (known < groups.size()) {
        CompiledEvent joined =
            CompiledEvent.combination(of.all(), List.of(groups.get(known), part));
        groups.set(known, joined);
      } else {
        groups.add(part);
      }
    }
    return groups;
  }

  private static EventMass complemented(Interval inside, EvaluatedLeaf leaf) {
    Interval mass = leaf.mass();
    double upper = Math.min(inside.upper(), mass.upper());
    double lower = Math.min(inside.lower(), upper);
    double rest = Math.max(0, Rounding.subtractUp(mass.upper(), lower));
    double restLower = Math.max(0, Rounding.subtractDown(mass.lower(), upper));
    return new EventMass(new Interval(lower, upper), new Interval(Math.min(restLower, rest), rest));
  }

  /** That all of several events happen, of which nothing is known but their masses. */
  static EventMass all(List<EventMass> parts, EvaluatedLeaf leaf) {
    double insideUpper = leaf.mass().upper();
    double outsideLower = 0;
    double outsideUpper = 0;
    for (EventMass part : parts) {
      insideUpper = Math.min(insideUpper, part.inside.upper());
      outsideLower = Math.max(outsideLower, part.outside.lower());
      outsideUpper = Rounding.addUp(outsideUpper, part.outside.upper());
    }
    double insideLower = 0;
    for (int k = 0; k < parts.size(); k++) {
      double others = 0;
      for (int j = 0; j < parts.size(); j++) {
        others = j == k ? others : Rounding.addUp(others, parts.get(j).outside.upper());
      }
      double least = Rounding.subtractDown(parts.get(k).inside.lower(), others);
      insideLower = Math.max(insideLower, least);
    }
    outsideUpper = Math.min(outsideUpper, leaf.mass().upper());
    return new EventMass(
        new Interval(Math.min(insideLower, insideUpper), insideUpper),
        new Interval(Math.min(outsideLower, outsideUpper), outsideUpper));
  }

  private EventMass mirrored() {
    return new EventMass(/* inside= */ outside, /* outside= */ inside);
  }
}
