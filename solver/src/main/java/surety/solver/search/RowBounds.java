package surety.solver.search;

/**
 * What is known of the rows of a network over one cell: the same for simplices and for boxes, and
 * whether the search or the kernel has bounded them.
 */
interface RowBounds {
  /** No value of the row is below that. */
  double least(int row);

  /** No value of the row is above that. */
  double greatest(int row);

  /**
   * Bounds of the share of the cell's mass in which the row's value is below t.
   *
   * @param inclusive whether t itself counts as below
   */
  Share below(int row, double t, boolean inclusive);

  /** How far the bounds of the row's mean are apart. */
  double meanWidth(int row);

  /** How far the bounds of the mean of {@code (first - m) (second - k)} are apart. */
  double productWidth(int first, double m, int second, double k);

  /** The greatest distance of a value of the row from {@code m}. */
  default double distance(int row, double m) {
    return Math.max(Math.abs(least(row) - m), Math.abs(greatest(row) - m));
  }
}
