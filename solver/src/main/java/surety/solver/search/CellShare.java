package surety.solver.search;

/** Bounds of the share of a box's mass in which an event happens. Scratch memory of one thread. */
interface CellShare {
  /** Which of the event's parts are open at first, as bits. */
  long everything();

  /**
   * Looks at a box.
   *
   * @param among the parts that are open on a box around it
   * @param scores what it costs that a coordinate has not been cut is added
   */
  void compute(RowForms rows, long among, double[] scores);

  /**
   * Cuts the box to one around what may be in the event, or outside of it, in local coordinates.
   *
   * @param from -1 for each coordinate at first
   * @param to 1 at first
   */
  default void hull(boolean inside, double[] from, double[] to) {}

  double least();

  double greatest();

  /** Which parts are open. */
  long open();
}
