package surety.certificates.arithmetic;

/**
 * Tests whether an operation on finite doubles is exact. Directed rounding downward and upward give
 * the same number exactly if it is.
 */
public final class Exact {

  /** From this magnitude on the error of a product is a double: a multiple of 2^-1066. */
  private static final double SAFE_PRODUCT = 0x1p-960;

  private Exact() {}

  /** Whether {@code a + b} is a double. */
  public static boolean sum(double a, double b) {
    return Rounding.addDown(a, b) == Rounding.addUp(a, b);
  }

  /** Whether {@code a * b} is a double. */
  public static boolean product(double a, double b) {
    return Rounding.multiplyDown(a, b) == Rounding.multiplyUp(a, b);
  }

  /**
   * Whether {@code a * b} is exactly {@code fl(a * b) + fma(a, b, -fl(a * b))}: no overflow, and
   * far enough from underflow that the error of the product is a double.
   */
  public static boolean splits(double a, double b) {
    double product = a * b;
    return Double.isFinite(product) && Math.abs(product) >= SAFE_PRODUCT;
  }
}
