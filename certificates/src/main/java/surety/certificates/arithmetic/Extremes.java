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

  /** The greatest number; negative infinity if there is none. */
  public static double greatest(double[] values) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }
}
