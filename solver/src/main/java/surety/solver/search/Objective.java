package surety.solver.search;

/** What is asked about a function: its whole cdf, or the probability of one half-line. */
public sealed interface Objective {

  /** How much a cell matters, per unit of its mass, given its bounds at the vertices. */
  double gap(double[] lower, double[] upper, HalfSpaceFraction fraction);

  /** The cdf between the least and the largest of the thresholds. */
  record Band(double least, double largest) implements Objective {
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
      return max < least || min > largest ? 0 : sum / lower.length;
    }
  }

  /** The probability of values of at most (or below) one threshold. */
  record Threshold(double value) implements Objective {
    /** The distance of the bounds of the probability in the cell. */
    @Override
    public double gap(double[] lower, double[] upper, HalfSpaceFraction fraction) {
      return fraction.atMost(lower, value) - fraction.atMost(upper, value);
    }
  }
}
