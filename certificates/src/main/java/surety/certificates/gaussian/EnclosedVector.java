package surety.certificates.gaussian;

import surety.certificates.arithmetic.Interval;

/**
 * Numbers that are known up to radii, for long scalar products.
 *
 * <p>A number that is not bounded makes every product that it enters unknown.
 */
public final class EnclosedVector {
  private final double[] middles;
  private final double[] radii;

  /** So many zeros. */
  public EnclosedVector(int size) {
    this.middles = new double[size];
    this.radii = new double[size];
  }

  /** The same numbers, and behind them zeros. */
  public EnclosedVector extended(int size) {
    EnclosedVector extended = new EnclosedVector(size);
    System.arraycopy(middles, 0, extended.middles, 0, middles.length);
    System.arraycopy(radii, 0, extended.radii, 0, radii.length);
    return extended;
  }

  /** Sets a number. */
  public void set(int index, Interval number) {
    set(index, number.middle(), number.radius());
  }

  /** Sets a number that is so close to another one. */
  void set(int index, double middle, double radius) {
    middles[index] = middle;
    radii[index] = radius;
  }

  /** How many numbers there are. */
  public int size() {
    return middles.length;
  }

  /** Encloses a number. */
  public Interval get(int index) {
    return Interval.of(middles[index]).plus(new Interval(-radii[index], radii[index]));
  }

  /**
   * Encloses the scalar product.
   *
   * <p><em>Why it is sound.</em> Each product of numbers is within {@code |a| s + r (|b| + s)} of
   * that of their middles a and b, with radii r and s. The sum of the middles' products, computed
   * in order with fused operations, errs by at most {@code n u / (1 - n u)} times the sum of their
   * magnitudes, and by a smallest double for each that underflows (Higham, <i>Accuracy and
   * Stability of Numerical Algorithms</i>, section 3.1). The sums that count the error add up what
   * is not negative, and are rounded by less than the factor at the end.
   */
  public Interval dot(EnclosedVector other) {
    double sum = 0;
    double size = 0;
    double off = 0;
    int n = middles.length;
    for (int k = 0; k < n; k++) {
      double a = middles[k];
      double b = other.middles[k];
      double magnitude = Math.abs(a);
      sum = Math.fma(a, b, sum);
      size += magnitude * Math.abs(b);
      off += magnitude * other.radii[k] + radii[k] * (Math.abs(b) + other.radii[k]);
    }
    double error =
        (off + (n + 1) * Roundoff.U * size) * (Roundoff.SLACK + 4 * n * Roundoff.U)
            + (n + 1) * Double.MIN_NORMAL;
    return Double.isFinite(sum) && Double.isFinite(error)
        ? Interval.of(sum).plus(new Interval(-error, error))
        : Interval.WHOLE;
  }
}
