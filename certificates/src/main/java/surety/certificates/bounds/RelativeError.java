package surety.certificates.bounds;

import java.util.Arrays;
import surety.certificates.arithmetic.Rounding;

/** A priori bounds of rounding errors (Higham, Accuracy and Stability, 2nd ed., section 3.1). */
public final class RelativeError {
  private static final double UNIT = 0x1p-53;
  private static final int MOST = 1 << 30;

  /** Of so many operations the bounds are kept, because inner loops ask for them. */
  private static final int KEPT = 1024;

  private static final double[] GAMMA = new double[KEPT];

  /** {@code 1 + gamma_n}, rounded up. */
  private static final double[] FACTOR = new double[KEPT];

  static {
    Arrays.setAll(GAMMA, RelativeError::computed);
    Arrays.setAll(FACTOR, n -> Rounding.addUp(1, GAMMA[n]));
  }

  private RelativeError() {}

  /**
   * An upper bound of {@code gamma_n = n u / (1 - n u)} with {@code u = 2^-53}: a product of n
   * factors {@code 1 + d} or {@code 1 / (1 + d)} with {@code |d| <= u} differs from 1 by at most
   * that (Higham, Lemma 3.1).
   */
  public static double gamma(int n) {
    return n >= 0 && n < KEPT ? GAMMA[n] : computed(n);
  }

  private static double computed(int n) {
    if (n < 0 || n > MOST) {
      throw new IllegalArgumentException("no rounding error bound for " + n + " operations");
    }
    double nu = n * UNIT; // exact: n has at most 31 bits
    return Rounding.divideUp(nu, 1 - nu); // 1 - n 2^-53 is a multiple of 2^-53 below 1: exact
  }

  /**
   * At least the sum of products that are not negative, of which {@code computed} is a value with
   * at most n roundings. Without underflow each rounding makes it smaller by a factor {@code 1 - u}
   * at most, and {@code 1 / (1 - u)^n <= 1 + gamma_n}; a product that underflows loses less than
   * the smallest subnormal. The three roundings here are made up for likewise: {@code (1 +
   * gamma_(n+3)) (1 - u)^2 >= 1 + gamma_n}, and the smallest normal number is 2^52 smallest
   * subnormals, more than is lost; processors are slow with these.
   */
  public static double above(double computed, int n) {
    double factor = n + 3 < KEPT ? FACTOR[n + 3] : Rounding.addUp(1, computed(n + 3));
    return computed * factor + Double.MIN_NORMAL;
  }
}
