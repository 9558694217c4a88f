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

  /** The least integer k with {@code x <= 2^k}; x is positive and normal. */
  static int ceilLog2(double x) {
    int exponent = Math.getExponent(x);
    return x == Math.scalb(1.0, exponent) ? exponent : exponent + 1;
  }
}
