package surety.certificates.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** An event over the forms of a {@link Problem}, each by its number. */
public sealed interface CompiledEvent {

  /** What always happens, or never. */
  record Decided(boolean happens) implements CompiledEvent {
    // not of the interface, whose initialization would wait for this class's, and the other way
    /** The event that happens. */
    public static final CompiledEvent ALWAYS = new Decided(true);

    /** The event that does not. */
    public static final CompiledEvent NEVER = new Decided(false);
  }

  /**
   * A comparison of one form.
   *
   * @param isBelow whether it is the threshold's event, or its complement
   */
  record Comparison(int form, Threshold threshold, boolean isBelow) implements CompiledEvent {}

  /** That all of several events happen, or, if not {@code all}, at least one of them. */
  record Combination(boolean all, List<CompiledEvent> parts) implements CompiledEvent {
    /** Keeps its own list. */
    public Combination {
      parts = List.copyOf(parts);
    }
  }

  /** That another event does not happen; by De Morgan, so that there is no case of its own. */
  default CompiledEvent negated() {
    if (this instanceof Decided decided) {
      return decided.happens ? Decided.NEVER : Decided.ALWAYS;
    }
    if (this instanceof Comparison c) {
      return new Comparison(c.form, c.threshold, !c.isBelow);
    }
    Combination of = (Combination) this;
    return combination(!of.all, of.parts.stream().map(CompiledEvent::negated).toList());
  }

  /** Both events. */
  default CompiledEvent and(CompiledEvent other) {
    return combination(true, List.of(this, other));
  }

  /** A combination without decided parts, and without one of its own kind in it. */
  static CompiledEvent combination(boolean all, List<CompiledEvent> parts) {
    List<CompiledEvent> open = new ArrayList<>();
    for (CompiledEvent part : parts) {
      if (part instanceof Decided decided) {
        if (decided.happens != all) {
          return part;
        }
      } else if (part instanceof Combination inner && inner.all == all) {
        open.addAll(inner.parts);
      } else {
        open.add(part);
      }
    }
    if (open.isEmpty()) {
      return all ? Decided.ALWAYS : Decided.NEVER;
    }
    if (open.size() == 1) {
      return open.get(0);
    }
    return isDecidedByOneForm(all, open) ? new Decided(!all) : new Combination(all, open);
  }

  /**
   * Whether two of the parts exclude each other, and are all to happen, or cover everything, and
   * one is enough: a form that is to be below a threshold and not below the same or a greater one;
   * or below a threshold or not below the same or a lesser one.
   */
  private static boolean isDecidedByOneForm(boolean all, List<CompiledEvent> parts) {
    // negated, the second case is the first one
    Map<Integer, Threshold> least = new HashMap<>();
    Map<Integer, Threshold> greatest = new HashMap<>();
    for (CompiledEvent part : parts) {
      if (part instanceof Comparison c) {
        if (c.isBelow == all) {
          least.merge(c.form, c.threshold, (s, t) -> s.compareTo(t) <= 0 ? s : t);
        } else {
          greatest.merge(c.form, c.threshold, (s, t) -> s.compareTo(t) >= 0 ? s : t);
        }
      }
    }
    return least.entrySet().stream()
        .anyMatch(
            entry ->
                greatest.containsKey(entry.getKey())
                    && entry.getValue().compareTo(greatest.get(entry.getKey())) <= 0);
  }

  /**
   * What is left of it where some comparisons are decided.
   *
   * @param decided of a comparison whether its form is below the threshold, if that is known
   */
  default CompiledEvent simplified(Function<Comparison, Optional<Boolean>> decided) {
    if (this instanceof Comparison c) {
      return decided
          .apply(c)
          .map(below -> below == c.isBelow ? Decided.ALWAYS : Decided.NEVER)
          .orElse(this);
    }
    if (this instanceof Combination of) {
      List<CompiledEvent> parts = new ArrayList<>();
      for (CompiledEvent part : of.parts) {
        CompiledEvent simple = part.simplified(decided);
        if (simple instanceof Decided d && d.happens != of.all) {
          return simple; // the others need not be looked at
        }
        parts.add(simple);
      }
      return combination(of.all, parts);
    }
    return this;
  }

  /** Its comparisons. */
  default List<Comparison> comparisons() {
    if (this instanceof Comparison c) {
      return List.of(c);
    }
    return this instanceof Combination of
        ? of.parts.stream().flatMap(part -> part.comparisons().stream()).toList()
        : List.of();
  }

  /** The forms that it compares. */
  default SortedSet<Integer> forms() {
    SortedSet<Integer> forms = new TreeSet<>();
    comparisons().forEach(c -> forms.add(c.form));
    return forms;
  }
}
