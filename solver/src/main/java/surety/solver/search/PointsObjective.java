package surety.solver.search;

import java.util.List;

/**
 * The cdf at a few thresholds: what lies between them does not matter.
 *
 * @param each the thresholds one by one
 */
public record PointsObjective(List<ThresholdObjective> each) implements LineObjective {
  /** With more of them the area between the bounds is as good, and quicker. */
  public static final int MOST = 16;

  /** Keeps its own list. */
  public PointsObjective {
    each = List.copyOf(each);
  }

  @Override
  public double gap(RowBounds bounds) {
    double least = bounds.least(row());
    double greatest = bounds.greatest(row());
    double sum = 0;
    for (ThresholdObjective threshold : each) {
      if (least <= threshold.value() && threshold.value() <= greatest) {
        sum += threshold.gap(bounds);
      }
    }
    return sum;
  }

  @Override
  public int row() {
    return each.get(0).row();
  }

  @Override
  public double[] thresholds() {
    return each.stream().mapToDouble(ThresholdObjective::value).toArray();
  }

  @Override
  public double range() {
    return each.size();
  }

  @Override
  public boolean isDecided(RowBounds bounds) {
    return each.stream().allMatch(threshold -> threshold.isDecided(bounds));
  }

  @Override
  public void addWeights(RowBounds bounds, double factor, double[] weights) {
    each.forEach(threshold -> threshold.addWeights(bounds, factor, weights));
  }
}
