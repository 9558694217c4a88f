package surety.language.ide.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.language.display.TextWidth;

/**
 * Finds places for the names of walls, so that none covers another, or a wall. A name stands beside
 * its own wall, as near to where it is wanted as there is room; where there is not enough, as much
 * of its beginning as there is room for.
 */
final class LabelLayout {
  /** In pixels of distance: how much worse it is to stand on the side that has less room. */
  private static final double OTHER_SIDE = 20;

  /** And to be cut. */
  private static final double CUT = 60;

  /** Where it is cut, there must be so much room that it still says something. */
  private static final double LEAST = 40;

  /** What a name that is cut keeps from what is in its way. */
  private static final double APART = 1;

  private final Canvas canvas;
  private final List<Box> covered = new ArrayList<>();

  /**
   * @param walls that are not crossed
   */
  LabelLayout(Canvas canvas, List<Wall> walls) {
    this.canvas = canvas;
    walls.forEach(wall -> covered.addAll(wall.lines()));
  }

  /** A place beside the middle of a wall, or near to it; nothing if there is no room at all. */
  Optional<Label> place(Wall wall, String words) {
    double wanted = (wall.top() + wall.bottom()) / 2;
    boolean isLeft = canvas.hasMoreRoomLeft(wall.x());
    double[] better = room(wall, isLeft);
    double[] other = room(wall, !isLeft);
    Optional<Label> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (double y : heights(wanted)) {
      for (boolean side : new boolean[] {isLeft, !isLeft}) {
        double cost = Math.abs(y - wanted) + (side == isLeft ? 0 : OTHER_SIDE);
        if (cost < least) {
          Label label = canvas.beside(wall.x(), y, words, side);
          Optional<Label> fitted = fitted(label, words, side == isLeft ? better : other);
          cost += fitted.filter(l -> l.words().equals(words)).isPresent() ? 0 : CUT;
          if (fitted.isPresent() && cost < least) {
            best = fitted;
            least = cost;
          }
        }
      }
    }
    best.ifPresent(label -> covered.add(wall.named(label)));
    return best;
  }

  /** From the top of the picture on, pixel by pixel: how long a name may be beside a wall. */
  private double[] room(Wall wall, boolean isLeft) {
    double[] room = new double[row(canvas.bottom()) + 1];
    Arrays.fill(room, Double.POSITIVE_INFINITY);
    Label nothing = new Label(wall.x(), 0, isLeft, "");
    Box begin = wall.named(nothing);
    double anchor = nothing.anchor();
    for (Box box : covered) {
      if (isLeft ? box.left() < begin.right() : box.right() > begin.left()) {
        double free = isLeft ? anchor - box.right() : box.left() - anchor;
        for (int y = (int) Math.max(0, box.top()); y < Math.min(room.length, box.bottom()); y++) {
          room[y] = Math.min(room[y], free);
        }
      }
    }
    return room;
  }

  private static int row(double y) {
    return (int) Math.ceil(y);
  }

  /** The label, cut before the first that is in its way; nothing if too little is left of it. */
  private static Optional<Label> fitted(Label label, String words, double[] room) {
    double free = Double.POSITIVE_INFINITY;
    for (int y = (int) label.top(); y < label.bottom(); y++) {
      free = Math.min(free, room[y]);
    }
    if (label.words().equals(words) && label.right() - label.left() <= free) {
      return Optional.of(label);
    }
    if (free < LEAST) {
      return Optional.empty();
    }
    String cut = TextWidth.shortened(label.words(), Label.SIZE, free - APART);
    Label shorter = new Label(label.x(), label.y(), label.isLeft(), cut);
    return Optional.of(shorter).filter(l -> l.right() - l.left() >= LEAST / 2);
  }

  /** The nearest come first. */
  private double[] heights(double wanted) {
    double highest = canvas.top() + Label.ASCENT;
    double lowest = canvas.bottom() - Label.DESCENT;
    double first = Math.max(highest, Math.min(lowest, wanted));
    return IntStream.rangeClosed(row(highest - first), (int) (lowest - first))
        .mapToDouble(step -> first + step)
        .boxed()
        .sorted(Comparator.comparingDouble(y -> Math.abs(y - wanted)))
        .mapToDouble(y -> y)
        .toArray();
  }
}
