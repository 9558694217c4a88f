package surety.solver.search;

/**
 * The cdf at thresholds, and between them: the area between its bounds. From -infinity to t that is
 * the mean of max(t - g, 0).
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BandObjective(int row, double[] thresholds) implements LineObjective {
  /** Of the first row. */
  public BandObjective(double[] thresholds) {
    this(0, thresholds);
  }

  @Override
  public double gap(RowBounds bounds) {
    return isNear(bounds) ? bounds.meanWidth(row) : 0;
  }

  private boolean isNear(RowBounds bounds) {
    return bounds.greatest(row) > thresholds[0]
        && bounds.least(row) <= thresholds[thresholds.length - 1];
  }

  @Override
  public boolean isDecided(RowBounds bounds) {
    return bounds.below(row, thresholds[0], true).isAll()
        || bounds.below(row, thresholds[thresholds.length - 1], true).isNone();
  }

  @Override
  public double range() {
    double range = thresholds[thresholds.length - 1] - thresholds[0];
    return range > 0 ? range : Double.MIN_NORMAL;
  }

  @Override
  public void addWeights(RowBounds bounds, double factor, double[] weights) {
    weights[row] += isNear(bounds) ? factor : 0;
  }
}
