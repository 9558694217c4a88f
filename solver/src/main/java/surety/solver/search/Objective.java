package surety.solver.search;

import java.util.List;
import surety.certificates.arithmetic.Extremes;

/** What is asked about a function: its cdf, or that at a few points, or at a single one. */
public sealed interface Objective {

  /** How much a simplex matters, per unit of its mass, given its bounds at the vertices. */
  double gap(double[] lower, double[] upper, HalfSpaceFraction fraction);

  /** The thresholds, ascending, at least one. */
  double[] thresholds();

  /** What the sum of {@code mass x gap} over all cells is to be divided by for the mean gap. */
  double range();

  /**
   * The cdf at a few thresholds: what lies between them does not matter.
   *
   * @param each the thresholds one by one
   */
  record Points(List<Threshold> each) implements Objective {
    /** With more of them the area between the bounds is as good, and quicker. */
    public static final int MOST = 16;

    /** Keeps its own list. */
    public Points {
      each = List.copyOf(each);
    }

    @Override
    public double gap(double[] lower, double[] upper, HalfSpaceFraction fraction) {
      double least = Extremes.least(lower);
      double greatest = Extremes.greatest(upper);
      double sum = 0;
      for (Threshold threshold : each) {
        if (least <= threshold.value && threshold.value <= greatest) {
          sum += threshold.gap(lower, upper, fraction);
        }
      }
      return sum;
    }

    @Override
    public double[] thresholds() {
      return each.stream().mapToDouble(Threshold::value).toArray();
    }

    @Override
    public double range() {
      return each.size();
    }
  }

  /** The cdf at thresholds, and between them. */
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

  /**
   * The probability of values below one threshold.
   *
   * @param inclusive whether the threshold itself counts: it may have a probability of its own
   */
  record Threshold(double value, boolean inclusive) implements Objective {
    private static final double ROUNDING = 1e-12;

    /** The share of a simplex below the threshold. */
    double below(double[] y, HalfSpaceFraction fraction) {
      return fraction.below(y, value, inclusive);
    }

    /**
     * Whether all values of a box are below the threshold, as far as the kernel will see in spite
     * of its rounding. Where the function is constant because neurons are dead the kernel has its
     * exact value, and whether the threshold counts decides.
     *
     * @param shares whether the kernel computes shares of boxes: then a bound that only touches the
     *     threshold costs next to nothing, unless it is constant
     */
    boolean includes(BoxRange range, boolean shares) {
      if (isAt(range)) {
        return inclusive;
      }
      double greatest = range.greatest();
      return (shares && !BoxRange.isConstant(range.upper()))
          ? greatest <= value
          : greatest < value - rounding(range.upper());
    }

    /** Whether none are, likewise. */
    boolean excludes(BoxRange range, boolean shares) {
      if (isAt(range)) {
        return !inclusive;
      }
      double least = range.least();
      return (shares && !BoxRange.isConstant(range.lower()))
          ? least >= value
          : least > value + rounding(range.lower());
    }

    private boolean isAt(BoxRange range) {
      return range.lower()[0] == value && range.isExactConstant();
    }

    private double rounding(double[] form) {
      double size = Math.abs(value);
      for (double coefficient : form) {
        size += Math.abs(coefficient);
      }
      return ROUNDING * size;
    }

    /** The distance of the bounds of the probability in the cell. */
    @Override
    public double gap(double[] lower, double[] upper, HalfSpaceFraction fraction) {
      return below(lower, fraction) - below(upper, fraction);
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
