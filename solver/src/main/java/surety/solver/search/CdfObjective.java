package surety.solver.search;

/** Probabilities at several points. */
public interface CdfObjective extends Objective {
  /** How many. */
  int points();

  /** Adds to the gap at each point what a cell adds to it. */
  void addGaps(RowBounds bounds, double mass, double[] sums);
}
