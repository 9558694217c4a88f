package surety.language.ide.picture;

import surety.language.display.TextWidth;

/**
 * Words beside a place in the panel.
 *
 * @param x of the place
 * @param y of the line that the words stand on
 * @param isLeft whether they end before the place, and do not begin behind it
 * @param words short enough to stay in the picture
 */
record Label(double x, double y, boolean isLeft, String words) {
  static final double SIZE = 12;

  /** Between the place and the words. */
  static final double GAP = 6;

  /** How far letters may reach above the line, and below it. */
  static final double ASCENT = 11;

  static final double DESCENT = 4;

  /** Where the words end or begin: what they do not cross, however wide they are. */
  double anchor() {
    return isLeft ? x - GAP : x + GAP;
  }

  double left() {
    return isLeft ? anchor() - width() : anchor();
  }

  double right() {
    return isLeft ? anchor() : anchor() + width();
  }

  private double width() {
    return TextWidth.of(words, SIZE);
  }

  double top() {
    return y - ASCENT;
  }

  double bottom() {
    return y + DESCENT;
  }

  /** What the words may cover. */
  Box box() {
    return new Box(left(), right(), top(), bottom());
  }
}
