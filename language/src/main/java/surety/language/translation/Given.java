package surety.language.translation;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import surety.certificates.arithmetic.Rational;

/** A condition in one world, in terms of its coordinates. */
sealed interface Given {
  /** Holds everywhere, or nowhere. */
  record Certain(boolean holds) implements Given {}

  /** A coordinate lies on one side of a number. */
  record Side(int coordinate, Rational cut, boolean isBelow) implements Given {}

  /** All parts hold, or one does at least. */
  record Combined(boolean all, List<Given> parts) implements Given {
    /** Keeps a copy. */
    public Combined {
      parts = List.copyOf(parts);
    }
  }

  /** The part does not hold. */
  record Not(Given part) implements Given {}

  /** Whether it holds at a point that is on no boundary. */
  default boolean holds(Map<Integer, Rational> point) {
    if (this instanceof Certain certain) {
      return certain.holds();
    }
    if (this instanceof Side side) {
      return point.get(side.coordinate()).compareTo(side.cut()) < 0 == side.isBelow();
    }
    if (this instanceof Combined combined) {
      return combined.all()
          ? combined.parts().stream().allMatch(part -> part.holds(point))
          : combined.parts().stream().anyMatch(part -> part.holds(point));
    }
    return !((Not) this).part().holds(point);
  }

  /** Adds the numbers at which it changes, by coordinate. */
  default void addCuts(Map<Integer, SortedSet<Rational>> cuts) {
    if (this instanceof Side side) {
      cuts.computeIfAbsent(side.coordinate(), c -> new TreeSet<>()).add(side.cut());
    } else if (this instanceof Combined combined) {
      combined.parts().forEach(part -> part.addCuts(cuts));
    } else if (this instanceof Not not) {
      not.part().addCuts(cuts);
    }
  }
}
