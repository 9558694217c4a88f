package surety.solver.bounding;

/** Numbers that a file of float32 weights holds exactly. */
final class Floats {
  private Floats() {}

  static boolean isFloat(double x) {
    return (float) x == x && !Double.isInfinite(x);
  }

  /** Fails on anything else. */
  static void require(double x) {
    if (!isFloat(x)) {
      throw new IllegalArgumentException(x + " is no float32 number");
    }
  }

  /**
   * {@code x 2^-exponent}, and not zero unless x is: so that floor and ceiling, and a test for
   * whole numbers, hold for what is too small to be scaled, too.
   */
  static double scaled(double x, int exponent) {
    double result = Math.scalb(x, -exponent);
    return result == 0 && x != 0 ? Math.copySign(Double.MIN_VALUE, x) : result;
  }

  /** The least integer k with {@code x <= 2^k}; x is positive and normal. */
  static int ceilLog2(double x) {
    int exponent = Math.getExponent(x);
    return x == Math.scalb(1.0, exponent) ? exponent : exponent + 1;
  }
}
