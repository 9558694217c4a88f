package surety.solver.search;

/** What is asked about a function: its cdf at thresholds, or the probability of one half-line. */
public sealed interface Objective {

  /** How much a simplex matters, per unit of its mass, given its bounds at the vertices. */
  double gap(double[] lower, double[] upper, HalfSpaceFraction fraction);

  /** The thresholds, ascending, at least one. */
  double[] thresholds();

  /** What the sum of {@code mass x gap} over all cells is to be divided by for the mean gap. */
  double range();

  /** The cdf at thresholds. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Band(double[] thresholds) implements Objective {
    /** The area between the bounds of the cell's cdf; 0 where no threshold is near. */
    @Override
    public double gap(double[] lower, double[] upper, HalfSpaceFraction fraction) {
      double sum = 0;
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < lower.length; i++) {
        sum += upper[i] - lower[i];
        min = Math.min(min, lower[i]);
        max = Math.max(max, upper[i]);
      }
      return max < thresholds[0] || min > thresholds[thresholds.length - 1]
          ? 0
          : sum / lower.length;
    }

    @Override
    public double range() {
      double range = thresholds[thresholds.length - 1] - thresholds[0];
      return range > 0 ? range : Double.MIN_NORMAL;
    }
  }

  /** The probability of values of at most (or below) one threshold. */
  record Threshold(double value) implements Objective {
    /** The distance of the bounds of the probability in the cell. */
    @Override
    public double gap(double[] lower, double[] upper, HalfSpaceFraction fraction) {
      return fraction.atMost(lower, value) - fraction.atMost(upper, value);
    }

    @Override
    public double[] thresholds() {
      return new double[] {value};
    }

    @Override
    public double range() {
      return 1;
    }
  }
}
