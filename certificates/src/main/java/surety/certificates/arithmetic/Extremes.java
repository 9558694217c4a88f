package surety.certificates.arithmetic;

/** The ends of the range of some numbers, none of them NaN. */
public final class Extremes {
  private Extremes() {}

  /** The least number; infinity if there is none. */
  public static double least(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  /** The numbers with the other sign, so that the least of them is minus the greatest. */
  public static double[] negated(double[] values) {
    double[] negated = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      negated[i] = 0.0 - values[i];
    }
    return negated;
  }

  /** The greatest number; negative infinity if there is none. */
  public static double greatest(double[] values) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }
}
