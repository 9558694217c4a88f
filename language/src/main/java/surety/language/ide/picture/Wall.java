package surety.language.ide.picture;

import java.util.List;

/**
 * The vertical line of a limit, which has a name beside it.
 *
 * @param top above {@code bottom}, so not the larger one
 * @param isInside whether it is drawn; otherwise it is outside of the picture, and what is drawn is
 *     an arrow before its name
 */
record Wall(double x, double top, double bottom, boolean isInside) {
  static final double THICKNESS = 3;

  /** How far the short line at its end reaches to both sides. */
  static final double REACH = 6;

  /** How far an arrow reaches before the place. */
  static final double ARROW = 8;

  /** What is drawn of it, where no words may be; which end has the short line does not matter. */
  List<Box> lines() {
    double half = THICKNESS / 2;
    return isInside
        ? List.of(
            new Box(x - half, x + half, top, bottom),
            new Box(x - REACH, x + REACH, top - half, top + half),
            new Box(x - REACH, x + REACH, bottom - half, bottom + half))
        : List.of();
  }

  /** What its name covers there, with the arrow. */
  Box named(Label label) {
    Box words = label.box();
    double more = isInside ? 0 : Label.GAP + ARROW;
    return label.isLeft()
        ? new Box(words.left(), words.right() + more, words.top(), words.bottom())
        : new Box(words.left() - more, words.right(), words.top(), words.bottom());
  }
}
