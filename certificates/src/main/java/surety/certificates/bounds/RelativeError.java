package surety.certificates.bounds;

import surety.certificates.arithmetic.Rounding;

/** A priori bounds of rounding errors (Higham, Accuracy and Stability, 2nd ed., section 3.1). */
public final class RelativeError {
  private static final double UNIT = 0x1p-53;
  private static final int MOST = 1 << 30;

  private RelativeError() {}

  /**
   * An upper bound of {@code gamma_n = n u / (1 - n u)} with {@code u = 2^-53}: a product of n
   * factors {@code 1 + d} or {@code 1 / (1 + d)} with {@code |d| <= u} differs from 1 by at most
   * that (Higham, Lemma 3.1).
   */
  public static double gamma(int n) {
    if (n < 0 || n > MOST) {
      throw new IllegalArgumentException("no rounding error bound for " + n + " operations");
    }
    double nu = n * UNIT; // exact: n has at most 31 bits
    return Rounding.divideUp(nu, 1 - nu); // 1 - n 2^-53 is a multiple of 2^-53 below 1: exact
  }

  /**
   * At least the sum of products that are not negative, of which {@code computed} is a value with
   * at most so many roundings. Without underflow each rounding makes it smaller by a factor {@code
   * 1 - u} at most, and {@code 1 / (1 - u)^n <= 1 + gamma_n}; a product that underflows loses less
   * than the smallest subnormal.
   */
  static double above(double computed, int roundings) {
    double larger = Rounding.multiplyUp(computed, Rounding.addUp(1, gamma(roundings)));
    return Rounding.addUp(larger, roundings * Double.MIN_VALUE);
  }
}
