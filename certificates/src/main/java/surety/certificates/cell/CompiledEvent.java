package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  record Comparison(int form, Threshold threshold, boolean isBelow) implements CompiledEvent {
    /** 1 or -1: it is about {@code sign form} being below a level. */
    int sign() {
      return isBelow ? 1 : -1;
    }

    /** It certainly holds where {@code sign form} is below that. */
    double innerLevel() {
      return isBelow ? threshold.inner() : -threshold.outer();
    }

    /** It certainly does not where {@code sign form} is above that. */
    double outerLevel() {
      return isBelow ? threshold.outer() : -threshold.inner();
    }
  }

  /** That all of several events happen, or, if not {@code all}, at least one of them. */
  record Combination(boolean all, List<CompiledEvent> parts) implements CompiledEvent {
    /** Keeps its own list. */
    public Combination {
      parts = List.copyOf(parts);
    }

    /**
     * Without a comparison that another one implies, where all are to happen; or, where one is
     * enough, without one that implies another. The other one stays, so nothing changes on the set.
     */
    CompiledEvent withoutImplied(KnownComparisons known) {
      List<CompiledEvent> kept = new ArrayList<>(parts);
      for (int k = kept.size() - 1; k >= 0; k--) {
        if (kept.get(k) instanceof Comparison part && isImplied(part, kept, known)) {
          kept.remove(k);
        }
      }
      return kept.size() == parts.size() ? this : combination(all, kept);
    }

    private boolean isImplied(Comparison part, List<CompiledEvent> others, KnownComparisons known) {
      for (CompiledEvent other : others) {
        if (other instanceof Comparison stays
            && stays.form != part.form
            && (all ? known.implies(stays, part) : known.implies(part, stays))) {
          return true;
        }
      }
      return false;
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
    for (CompiledEvent part : parts) {
      for (CompiledEvent other : parts) {
        if (part instanceof Comparison low
            && other instanceof Comparison high
            && low.form == high.form
            && low.isBelow == all
            && high.isBelow != all
            && low.threshold.compareTo(high.threshold) <= 0) {
          return true;
        }
      }
    }
    return false;
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
      boolean isSame = true;
      for (CompiledEvent part : of.parts) {
        CompiledEvent simple = part.simplified(decided);
        if (simple instanceof Decided d && d.happens != of.all) {
          return simple; // the others need not be looked at
        }
        isSame &= simple == part;
        parts.add(simple);
      }
      return isSame ? this : combination(of.all, parts);
    }
    return this;
  }

  /**
   * An event that is the same on a set of inputs: without comparisons that are decided there, and
   * without those that others imply.
   */
  default CompiledEvent reduced(KnownComparisons known) {
    CompiledEvent open = simplified(c -> known.decided(c.form(), c.threshold()));
    return open instanceof Combination of ? of.withoutImplied(known) : open;
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

  /** The form that it compares, if it compares one only; else -1. */
  default int onlyForm() {
    if (this instanceof Comparison c) {
      return c.form;
    }
    int only = -1;
    if (this instanceof Combination of) {
      for (CompiledEvent part : of.parts) {
        int form = part.onlyForm();
        if (form < 0 || (only >= 0 && form != only)) {
          return -1;
        }
        only = form;
      }
    }
    return only;
  }
}
