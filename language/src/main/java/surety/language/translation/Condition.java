package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.statement.Comparison;

/**
 * An event with its numbers multiplied out. Parts of the same kind are one list, nothing is negated
 * twice, a negated comparison is the complementary one, and what always or never happens is left
 * out of the rest.
 */
sealed interface Condition {
  /** Happens always, or never. */
  record Certain(boolean happens) implements Condition {}

  /** An affine function that is not constant stands in a relation to zero. */
  record Compared(Affine function, Comparison comparison) implements Condition {}

  /** All parts happen; there are at least two. */
  record All(List<Condition> parts) implements Condition {
    /** Keeps its own list. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** One part happens at least; there are at least two. */
  record Any(List<Condition> parts) implements Condition {
    /** Keeps its own list. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The part does not happen. */
  record Not(Condition part) implements Condition {}

  /** Of an affine function. */
  static Condition of(Affine function, Comparison comparison) {
    return function.isConstant()
        ? new Certain(comparison.holds(function.constant().signum()))
        : new Compared(function, comparison);
  }

  /** All of some happen. */
  static Condition all(List<Condition> conditions) {
    return combined(conditions, true);
  }

  /** One of some happens at least. */
  static Condition any(List<Condition> conditions) {
    return combined(conditions, false);
  }

  private static Condition combined(List<Condition> conditions, boolean all) {
    List<Condition> parts = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition instanceof Certain certain) {
        if (certain.happens() != all) {
          return certain;
        }
      } else if (condition instanceof All inner && all) {
        parts.addAll(inner.parts());
      } else if (condition instanceof Any inner && !all) {
        parts.addAll(inner.parts());
      } else {
        parts.add(condition);
      }
    }
    return switch (parts.size()) {
      case 0 -> new Certain(all);
      case 1 -> parts.get(0);
      default -> all ? new All(parts) : new Any(parts);
    };
  }

  /** The complement. */
  default Condition negated() {
    if (this instanceof Certain certain) {
      return new Certain(!certain.happens());
    }
    if (this instanceof Compared compared) {
      return new Compared(compared.function(), compared.comparison().complement());
    }
    return this instanceof Not not ? not.part() : new Not(this);
  }

  /** How many comparisons it has. */
  default int size() {
    if (this instanceof All all) {
      return all.parts().stream().mapToInt(Condition::size).sum();
    }
    if (this instanceof Any any) {
      return any.parts().stream().mapToInt(Condition::size).sum();
    }
    return this instanceof Not not ? not.part().size() : this instanceof Certain ? 0 : 1;
  }

  /** How many parts there are in another at most. */
  default int depth() {
    if (this instanceof All all) {
      return 1 + all.parts().stream().mapToInt(Condition::depth).max().orElse(0);
    }
    if (this instanceof Any any) {
      return 1 + any.parts().stream().mapToInt(Condition::depth).max().orElse(0);
    }
    return this instanceof Not not ? 1 + not.part().depth() : 1;
  }
}
