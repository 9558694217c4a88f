package surety.solver.search;

/** Bounds of the share of a box's mass in which an event happens. Scratch memory of one thread. */
interface CellShare {
  /** What the kernel's rounding may hide, against the size of a form. */
  double ROUNDING = 1e-12;

  /** Which parts of an event are open at first, as bits; 0 if parts are not told apart. */
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

  /** What the box adds to the gap, for its mass. */
  double gap();

  /** At least that share of it is in the event; 0 if something else is asked. */
  double lower();

  /** What is known of the event. */
  BoxTree.Leaf leaf();

  /** Which parts are open. */
  long open();

  /** How far rounding may hide from the kernel whether a form reaches a threshold. */
  static double rounding(double[] form, double t) {
    double size = Math.abs(t);
    for (double coefficient : form) {
      size += Math.abs(coefficient);
    }
    return ROUNDING * size;
  }
}
