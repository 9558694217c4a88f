package surety.report.difference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How bounds moved from one run to another.
 *
 * @param direction where to
 * @param before of a cdf, at the point where they moved most
 * @param after likewise
 * @param points how many moved
 */
record Movement(Direction direction, Ends before, Ends after, int points) {
  /** Where bounds moved, over all points of a cdf. */
  enum Direction {
    /** All lie within those before. */
    TIGHTER,
    /** All enclose those before. */
    LOOSER,
    /** Neither, and both ends are higher, or neither is lower. */
    UP,
    /** Neither, and both ends are lower. */
    DOWN,
    /** A cdf of which one part moved otherwise than another, or at other thresholds. */
    MIXED,
    /** An equal statement, and no value is within both: that must never happen. */
    CONTRADICTION
  }

  private record Pair(Ends before, Ends after) {
    BigDecimal distance() {
      return distance(before.lower(), after.lower()).max(distance(before.upper(), after.upper()));
    }

    private static BigDecimal distance(Optional<BigDecimal> one, Optional<BigDecimal> other) {
      if (one.isEmpty() || other.isEmpty()) {
        return one.equals(other) ? BigDecimal.ZERO : BigDecimal.valueOf(Long.MAX_VALUE);
      }
      return one.get().subtract(other.get()).abs();
    }

    boolean isMoved() {
      return !before.contains(after) || !after.contains(before);
    }

    Direction direction() {
      if (before.contains(after)) {
        return Direction.TIGHTER;
      }
      if (after.contains(before)) {
        return Direction.LOOSER;
      }
      // Neither contains the other, so that at both sides there are two finite ends to compare,
      // or one end only moved from or to infinity.
      boolean isLower =
          after.lower().isEmpty()
              || (before.lower().isPresent()
                  && after.lower().get().compareTo(before.lower().get()) < 0);
      return isLower ? Direction.DOWN : Direction.UP;
    }
  }

  /**
   * From the bounds of one run to those of another; nothing if they are the same, or one of them
   * has none.
   *
   * @param isSame whether both are about the same statement
   */
  static Optional<Movement> of(List<Ends> before, List<Ends> after, boolean isSame) {
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    if (!thresholds(before).equals(thresholds(after))) {
      return Optional.of(
          new Movement(Direction.MIXED, widest(before), widest(after), after.size()));
    }
    List<Pair> moved = new ArrayList<>();
    for (int k = 0; k < before.size(); k++) {
      Pair pair = new Pair(before.get(k), after.get(k));
      if (isSame && pair.before().isDisjointFrom(pair.after())) {
        return Optional.of(new Movement(Direction.CONTRADICTION, pair.before(), pair.after(), 1));
      }
      if (pair.isMoved()) {
        moved.add(pair);
      }
    }
    return moved.stream()
        .max(Comparator.comparing(Pair::distance))
        .map(most -> new Movement(direction(moved), most.before(), most.after(), moved.size()));
  }

  private static Direction direction(List<Pair> moved) {
    List<Direction> all = moved.stream().map(Pair::direction).distinct().toList();
    return all.size() == 1 ? all.get(0) : Direction.MIXED;
  }

  private static List<String> thresholds(List<Ends> points) {
    return points.stream().map(Ends::at).toList();
  }

  private static Ends widest(List<Ends> points) {
    return points.stream()
        .filter(point -> point.gap().isEmpty())
        .findFirst()
        .orElseGet(
            () -> points.stream().max(Comparator.comparing(p -> p.gap().get())).orElseThrow());
  }

  /** Whether bounds are farther apart somewhere. */
  boolean isLooser() {
    return direction == Direction.LOOSER
        || (direction != Direction.TIGHTER && isWider(before.gap(), after.gap()));
  }

  private static boolean isWider(Optional<BigDecimal> before, Optional<BigDecimal> after) {
    return before.isPresent() && (after.isEmpty() || after.get().compareTo(before.get()) > 0);
  }
}
