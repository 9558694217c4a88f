package surety.solver.search;

/** The mean of what a row's values are above a threshold, of those that are. */
public record ExcessObjective(int row, double threshold) implements Objective {
  @Override
  public double gap(RowBounds bounds) {
    return Math.min(bounds.meanWidth(row), worth(bounds));
  }

  @Override
  public double worth(RowBounds bounds) {
    return Math.max(0, bounds.greatest(row) - threshold);
  }

  @Override
  public boolean isDecided(RowBounds bounds) {
    return bounds.below(row, threshold, true).isAll();
  }

  @Override
  public void addWeights(RowBounds bounds, double factor, double[] weights) {
    weights[row] += bounds.greatest(row) > threshold ? factor : 0;
  }
}
