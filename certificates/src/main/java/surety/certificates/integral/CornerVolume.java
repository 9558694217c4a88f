package surety.certificates.integral;

import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.RelativeError;

/**
 * The probability V(L) that {@code sum_q w_q u_q <= L} for independent u_q, uniform on [0, 1], by
 * inclusion and exclusion over the corners: with n weights, all positive, {@code V(L) n! prod_q w_q
 * = sum_S (-1)^|S| max(L - sum of w over S, 0)^n}.
 *
 * <p><em>Rounding.</em> Let {@code e = gamma_(n+2) L}. For each corner we compute a number r with
 * {@code rest <= r <= rest + 2 e}, rest being the exact difference: beginning with L + e, each of
 * at most n subtractions with a positive result is off by at most {@code u (L + e)}, as no number
 * in between is larger; the sign of any other result is right. If r is not positive, neither is
 * rest, and the corner adds exactly nothing, as do all that go further. Else {@code r^n} is off
 * from {@code max(rest, 0)^n} by at most {@code 2 e n r^(n-1)}. What is left are n products for
 * each term and the sum of at most {@code 2^n} terms, off by gamma of the number of roundings times
 * the sum of the terms' magnitudes, and a smallest subnormal for each product that underflows, of
 * which all factors are the same number below 1. So a result that is not the difference of larger
 * numbers is accurate however small it is.
 */
final class CornerVolume {
  private final double[] weights;
  private final int n;
  private double sum;
  private double magnitudes;
  private double derivatives;
  private int corners;

  private CornerVolume(double[] weights) {
    this.weights = weights;
    this.n = weights.length;
  }

  /** An enclosure of V(L): from {@code lower} to {@code upper}. */
  record Volume(double lower, double upper) {
    static final Volume NONE = new Volume(0, 0);
    static final Volume UNKNOWN = new Volume(0, 1);

    /** Of what is not in it. */
    Volume complement() {
      return new Volume(Rounding.subtractDown(1, upper), Rounding.subtractUp(1, lower));
    }
  }

  /**
   * Encloses V(L).
   *
   * @param weights at most 20, between {@code 2^-40} and 2
   * @param level L, at most 40
   */
  static Volume of(double[] weights, double level) {
    if (!(level > 0)) {
      return Volume.NONE;
    }
    CornerVolume volume = new CornerVolume(weights);
    double off = Rounding.multiplyUp(RelativeError.gamma(weights.length + 2), level);
    volume.add(Rounding.addUp(level, off), 0, 1);
    return volume.enclosure(off);
  }

  /** Adds the corners with coordinates from the given one on, of which {@code rest} is left. */
  private void add(double rest, int from, double sign) {
    if (!(rest > 0)) {
      return;
    }
    double derivative = 1;
    for (int k = 1; k < n; k++) {
      derivative *= rest;
    }
    double term = derivative * rest;
    derivatives += derivative;
    magnitudes += term;
    sum += sign * term;
    corners++;
    for (int q = from; q < n; q++) {
      add(rest - weights[q], q + 1, -sign);
    }
  }

  private Volume enclosure(double off) {
    double relative = RelativeError.gamma(2 * (n + corners + 1)); // of the sums of magnitudes, too
    double ofCorners =
        Rounding.multiplyUp(
            Rounding.multiplyUp(2 * n * off, derivatives), Rounding.addUp(1, relative));
    double error = Rounding.addUp(Rounding.multiplyUp(relative, magnitudes), ofCorners);
    error = Rounding.addUp(error, Double.MIN_NORMAL); // for fewer than 2^52 that underflow
    double product = 1; // with at most 2 n roundings, and between 2^-800 and 2^82
    for (int q = 0; q < n; q++) {
      product *= weights[q] * (q + 1);
    }
    double ofProduct = RelativeError.gamma(2 * n);
    double least = Rounding.multiplyDown(product, Rounding.subtractDown(1, ofProduct));
    double greatest = Rounding.multiplyUp(product, Rounding.addUp(1, ofProduct));
    double above = Rounding.addUp(sum, error);
    double below = Rounding.subtractDown(sum, error);
    double most = Rounding.divideUp(above, above > 0 ? least : greatest);
    double fewest = Rounding.divideDown(below, below > 0 ? greatest : least);
    double upper = Math.max(0, Math.min(1, most));
    return new Volume(Math.min(upper, Math.max(0, fewest)), upper);
  }
}
