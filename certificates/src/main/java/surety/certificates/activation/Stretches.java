package surety.certificates.activation;

import surety.certificates.arithmetic.Rounding;

/** A bounded interval, cut into stretches of about the same length. */
public final class Stretches {
  /** Of each there are so many; more make bounds tighter and cost more. */
  public static final int COUNT = 8;

  private final double[] points = new double[COUNT + 1];
  private final double longest;

  private Stretches(double from, double to) {
    points[0] = from;
    points[COUNT] = to;
    double most = 0;
    for (int i = 1; i <= COUNT; i++) {
      if (i < COUNT) {
        double share = i / (double) COUNT;
        points[i] = Math.max(points[i - 1], Math.min(to, (1 - share) * from + share * to));
      }
      most = Math.max(most, Rounding.subtractUp(points[i], points[i - 1]));
    }
    longest = most;
  }

  /** Cuts the interval between two finite numbers. */
  public static Stretches of(double from, double to) {
    return new Stretches(from, to);
  }

  /** An end of a stretch, from the interval's lower end, number 0, to its upper one. */
  public double point(int index) {
    return points[index];
  }

  /**
   * How far a function can be from its chord on any of the stretches: {@code bend w^2 / 8}, where w
   * is the length of the longest and bend at least the size of its second derivative.
   */
  public double offChords(double bend) {
    double square = Rounding.multiplyUp(longest, Rounding.multiplyUp(bend, longest));
    return Rounding.multiplyUp(0.125, square);
  }
}
