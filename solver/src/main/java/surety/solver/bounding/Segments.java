package surety.solver.bounding;

/**
 * Into how many segments each curved section of a function is cut, as an odd number that was
 * doubled so and so often. Whatever is to be nested under doubling depends on the odd number alone.
 *
 * @param base odd; segments before the first doubling
 * @param level how often that was doubled
 */
record Segments(int base, int level) {
  /** As many as anybody can use: the distance of the bounds falls with the square of the number. */
  static final int MOST = 1024;

  /**
   * The given number of segments.
   *
   * @throws IllegalArgumentException if it is not in 1..{@link #MOST}
   */
  static Segments of(int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "a section is cut into 1 to %d segments, not into %d".formatted(MOST, count));
    }
    int level = Integer.numberOfTrailingZeros(count);
    return new Segments(count >> level, level);
  }

  /** The level of the finest segments that come from the same odd number. */
  int deepest() {
    return 31 - Integer.numberOfLeadingZeros(MOST / base);
  }
}
