package surety.solver.witness;

/** A cell that a search for a witness may ask about. */
public interface Leaf {
  /** A point of it in plain doubles, one number for each random input. */
  double[] centre();

  /** About how probable it is; only for the order in which cells are asked. */
  double mass();

  /** The cell itself. */
  ExactCell cell();
}
