package surety.solver.search;

/**
 * The cdf of one row around a threshold: the mean gap between two others next to it.
 *
 * @param upper above {@code lower}
 */
public record NearObjective(int row, double lower, double upper) implements Objective {
  @Override
  public double gap(RowBounds bounds) {
    return isNear(bounds) ? Math.min(1, bounds.meanWidth(row) / (upper - lower)) : 0;
  }

  private boolean isNear(RowBounds bounds) {
    return bounds.greatest(row) > lower && bounds.least(row) <= upper;
  }

  @Override
  public boolean isDecided(RowBounds bounds) {
    return bounds.below(row, lower, true).isAll() || bounds.below(row, upper, true).isNone();
  }

  @Override
  public void addWeights(RowBounds bounds, double factor, double[] weights) {
    weights[row] += isNear(bounds) ? factor / (upper - lower) : 0;
  }
}
