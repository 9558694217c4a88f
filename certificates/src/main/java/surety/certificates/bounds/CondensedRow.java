package surety.certificates.bounds;

/**
 * An affine form of coordinates z and of the values h_k of a {@link CondensedNetwork}'s neurons,
 * known up to an error: on a box it differs from {@code x[n] + sum_q x[q] z_q + sum_k w[k] h_k} by
 * at most {@code error}, n being the number of coordinates.
 *
 * @param w of the first neurons; it does not depend on the others
 * @param error at least 0; infinite or NaN if nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
public record CondensedRow(double[] x, double[] w, double error) {
  private static final double[] NONE = {};

  /** A form of the coordinates only. */
  public static CondensedRow ofCoordinates(double[] x, double error) {
    return new CondensedRow(x, NONE, error);
  }

  /**
   * An upper bound, on a box, of the sum of the magnitudes of all terms.
   *
   * @param magnitude no |z_q| is larger, for each coordinate
   * @param h no |h_k| is larger, for each neuron
   */
  double size(double[] magnitude, double[] h) {
    double sum = Math.abs(x[magnitude.length]);
    for (int q = 0; q < magnitude.length; q++) {
      sum += Math.abs(x[q]) * magnitude[q];
    }
    for (int k = 0; k < w.length; k++) {
      sum += Math.abs(w[k]) * h[k];
    }
    return RelativeError.above(sum, 2 * (magnitude.length + w.length));
  }
}
