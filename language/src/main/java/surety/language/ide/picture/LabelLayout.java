package surety.language.ide.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for the names of walls, so that none covers another. A name stands beside its own
 * wall, as near to where it is wanted as there is room, and if possible not across another wall.
 */
final class LabelLayout {
  /**
   * A vertical line that has a name.
   *
   * @param top above {@code bottom}, so not the larger one
   */
  record Wall(double x, double top, double bottom) {}

  /** In pixels of distance: how much worse it is to stand on the side that has less room. */
  private static final double OTHER_SIDE = 20;

  /** And to stand across a wall. */
  private static final double ACROSS = 60;

  private final Canvas canvas;
  private final List<Wall> walls;
  private final List<Label> placed = new ArrayList<>();

  /**
   * @param walls that are better not crossed
   */
  LabelLayout(Canvas canvas, List<Wall> walls) {
    this.canvas = canvas;
    this.walls = List.copyOf(walls);
  }

  /** A place beside the middle of a wall, or near to it; nothing if there is no room at all. */
  Optional<Label> place(Wall wall, String words) {
    double wanted = (wall.top() + wall.bottom()) / 2;
    boolean isLeft = canvas.hasMoreRoomLeft(wall.x());
    Optional<Label> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (double y : heights(wanted)) {
      for (boolean side : new boolean[] {isLeft, !isLeft}) {
        double cost = Math.abs(y - wanted) + (side == isLeft ? 0 : OTHER_SIDE);
        Label label = canvas.beside(wall.x(), y, words, side);
        boolean isCut = side != isLeft && !label.words().equals(words);
        if (cost < least && !isCut && placed.stream().noneMatch(label::overlaps)) {
          cost += ACROSS * crossed(label);
          best = cost < least ? Optional.of(label) : best;
          least = Math.min(least, cost);
        }
      }
    }
    best.ifPresent(placed::add);
    return best;
  }

  /** The best free place is where it is wanted, or touches something; the nearest come first. */
  private double[] heights(double wanted) {
    double highest = canvas.top() + Label.ASCENT;
    double lowest = canvas.bottom() - Label.DESCENT;
    List<Double> heights = new ArrayList<>();
    heights.add(Math.max(highest, Math.min(lowest, wanted)));
    for (Label label : placed) {
      heights.add(label.top() - Label.DESCENT);
      heights.add(label.bottom() + Label.ASCENT);
    }
    for (Wall wall : walls) {
      heights.add(wall.top() - Label.DESCENT);
      heights.add(wall.bottom() + Label.ASCENT);
    }
    return heights.stream()
        .filter(y -> y >= highest && y <= lowest)
        .distinct()
        .sorted(Comparator.comparingDouble(y -> Math.abs(y - wanted)))
        .mapToDouble(y -> y)
        .toArray();
  }

  private long crossed(Label label) {
    return walls.stream()
        .filter(w -> w.x() > label.left() && w.x() < label.right())
        .filter(w -> w.top() < label.bottom() && w.bottom() > label.top())
        .count();
  }
}
