package surety.solver.search;

/** The mean of {@code (first - m) (second - k)} for two rows, which may be the same. */
public record ProductObjective(int first, double m, int second, double k) implements Objective {
  @Override
  public double gap(RowBounds bounds) {
    return bounds.productWidth(first, m, second, k);
  }

  @Override
  public double worth(RowBounds bounds) {
    return bounds.distance(first, m) * bounds.distance(second, k);
  }

  @Override
  public void addWeights(RowBounds bounds, double factor, double[] weights) {
    weights[first] += factor * bounds.distance(second, k);
    weights[second] += factor * bounds.distance(first, m);
  }
}
