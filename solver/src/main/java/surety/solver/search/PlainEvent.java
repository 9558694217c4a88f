package surety.solver.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An event in plain doubles: a boolean term of comparisons of the rows of a network. */
public sealed interface PlainEvent {
  /** What always happens. */
  static PlainEvent always() {
    return new And(List.of());
  }

  /** What never happens. */
  static PlainEvent never() {
    return new Or(List.of());
  }

  /** Whether it happens where the rows have these values. */
  boolean holds(double[] rows);

  /** Adds all comparisons in it, from left to right. */
  void addAtoms(Collection<Comparison> atoms);

  /** All comparisons in it, from left to right. */
  default List<Comparison> atoms() {
    List<Comparison> atoms = new ArrayList<>();
    addAtoms(atoms);
    return atoms;
  }

  /**
   * A row's value is below a threshold.
   *
   * @param inclusive whether the threshold itself counts as below
   */
  record Comparison(int row, double threshold, boolean inclusive)
      implements PlainEvent, Comparable<Comparison> {
    @Override
    public boolean holds(double[] rows) {
      return rows[row] < threshold || (inclusive && rows[row] == threshold);
    }

    @Override
    public void addAtoms(Collection<Comparison> atoms) {
      atoms.add(this);
    }

    /** Of two about the same row, the one that implies the other comes first. */
    @Override
    public int compareTo(Comparison other) {
      int order = Integer.compare(row, other.row);
      order = order != 0 ? order : Double.compare(threshold + 0.0, other.threshold + 0.0);
      return order != 0 ? order : Boolean.compare(inclusive, other.inclusive);
    }
  }

  /** All of them happen; always, if there are none. */
  record And(List<PlainEvent> parts) implements PlainEvent {
    /** Keeps its own list. */
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(double[] rows) {
      return parts.stream().allMatch(part -> part.holds(rows));
    }

    @Override
    public void addAtoms(Collection<Comparison> atoms) {
      parts.forEach(part -> part.addAtoms(atoms));
    }
  }

  /** At least one of them happens; never, if there are none. */
  record Or(List<PlainEvent> parts) implements PlainEvent {
    /** Keeps its own list. */
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(double[] rows) {
      return parts.stream().anyMatch(part -> part.holds(rows));
    }

    @Override
    public void addAtoms(Collection<Comparison> atoms) {
      parts.forEach(part -> part.addAtoms(atoms));
    }
  }

  /** It does not happen. */
  record Not(PlainEvent part) implements PlainEvent {
    @Override
    public boolean holds(double[] rows) {
      return !part.holds(rows);
    }

    @Override
    public void addAtoms(Collection<Comparison> atoms) {
      part.addAtoms(atoms);
    }
  }
}
