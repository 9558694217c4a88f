package surety.solver.search;

/** Affine bounds of rows over the box that was looked at last. Scratch memory of one thread. */
interface RowForms {
  /**
   * A bound of a row over the whole box, from below (direction -1) or above. It is the last bound
   * from then on.
   *
   * @param weight with which what it loses is attributed to coordinates; 0 if it is not
   */
  double end(int row, int direction, double weight);

  /**
   * Writes the last bound as a form of uniform local coordinates from -1 to 1 that is surely above
   * it (direction 1) or below.
   *
   * @param form first the constant
   */
  void local(int direction, double[] form);

  /** Whether all mass of the box may be at its ends, so that a bound has to miss a threshold. */
  boolean isRough();

  /** An upper bound of {@code sign row - otherSign other}. */
  double greatestDifference(int row, int sign, int other, int otherSign);

  /** Adds what attributed bounds have lost to the scores of the coordinates. */
  void addLosses(double[] scores);
}
