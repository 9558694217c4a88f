package surety.language.ide.picture;

/**
 * What something covers.
 *
 * @param top above {@code bottom}, so not the larger one
 */
record Box(double left, double right, double top, double bottom) {
  /** Whether there is a place that both cover; touching is none. */
  boolean overlaps(Box other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
}
