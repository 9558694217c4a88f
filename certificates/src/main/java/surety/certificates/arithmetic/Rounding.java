package surety.certificates.arithmetic;

/**
 * The four operations and the square root, rounded downward or upward, as static methods without
 * allocation for inner loops.
 *
 * <p>Each method returns the <em>tightest</em> double on the asked side of the exact real result:
 * the result itself when it is a double, else the directed neighbour. Results beyond the range of
 * doubles become {@code MAX_VALUE} or infinity, whichever is on the asked side. An argument may be
 * infinite, as an unbounded interval's end; zero times infinity is then zero, and a sum of opposite
 * infinities is the infinity on the safe side. Arguments are never NaN.
 *
 * <p><em>Why it is sound.</em> Java's operations round to nearest (strict since Java 17), so the
 * exact result lies strictly between the neighbours of the computed one, and the sign of the
 * residual (exact minus computed) says on which side.
 *
 * <ul>
 *   <li>Sum: the residual is Knuth's TwoSum, exact unless an intermediate result overflows (Boldo,
 *       Graillat, Muller, <i>On the robustness of the 2Sum and Fast2Sum algorithms</i>, 2017). An
 *       overflow leaves an infinity or a NaN in the residual, and then we step outward in any case.
 *   <li>Product, quotient, root: the residual is one fused multiply-add, that is the exact residual
 *       rounded once. Rounding keeps the sign, except that a tiny residual may become zero. A
 *       residual of a result that is at least 2<sup>-960</sup> is a multiple of 2<sup>-1074</sup>,
 *       hence not so; below that, a zero residual is computed again with scaled arguments.
 * </ul>
 */
public final class Rounding {
  /** From here on a rounded residual is zero only if the exact one is. */
  private static final double SAFE = 0x1p-960;

  private static final double SCALE = 0x1p600;

  private Rounding() {}

  /** The largest double that is at most a + b. */
  public static double addDown(double a, double b) {
    double sum = a + b;
    double virtual = sum - a;
    double error = (a - (sum - virtual)) + (b - virtual);
    if (error >= 0 && error <= Double.MAX_VALUE) {
      return sum;
    }
    return below(sum, a, b);
  }

  /** The smallest double that is at least a + b. */
  public static double addUp(double a, double b) {
    double sum = a + b;
    double virtual = sum - a;
    double error = (a - (sum - virtual)) + (b - virtual);
    if (error <= 0 && error >= -Double.MAX_VALUE) {
      return sum;
    }
    return above(sum, a, b);
  }

  /** The largest double that is at most a - b. */
  public static double subtractDown(double a, double b) {
    return addDown(a, -b);
  }

  /** The smallest double that is at least a - b. */
  public static double subtractUp(double a, double b) {
    return addUp(a, -b);
  }

  private static double below(double sum, double a, double b) {
    if (Double.isNaN(sum)) {
      return Double.NEGATIVE_INFINITY;
    }
    return Double.isInfinite(a) || Double.isInfinite(b) ? sum : Math.nextDown(sum);
  }

  private static double above(double sum, double a, double b) {
    if (Double.isNaN(sum)) {
      return Double.POSITIVE_INFINITY;
    }
    return Double.isInfinite(a) || Double.isInfinite(b) ? sum : Math.nextUp(sum);
  }

  /**
   * The exact rounding error of {@code a + b}: {@code a + b == (a ⊕ b) + sumError(a, b)} over the
   * reals, provided that the result is finite; it is not finite if the sum overflows.
   */
  public static double sumError(double a, double b) {
    double sum = a + b;
    double virtual = sum - a;
    return (a - (sum - virtual)) + (b - virtual);
  }

  /** The largest double that is at most a * b. */
  public static double multiplyDown(double a, double b) {
    double product = a * b;
    double error = Math.fma(a, b, -product);
    if (error > 0 || (error == 0 && Math.abs(product) >= SAFE)) {
      return product;
    }
    return error < 0 ? Math.nextDown(product) : rareProduct(a, b, product, false);
  }

  /** The smallest double that is at least a * b. */
  public static double multiplyUp(double a, double b) {
    double product = a * b;
    double error = Math.fma(a, b, -product);
    if (error < 0 || (error == 0 && Math.abs(product) >= SAFE)) {
      return product;
    }
    return error > 0 ? Math.nextUp(product) : rareProduct(a, b, product, true);
  }

  /**
   * A zero or infinite factor, or a tiny product. In the last case both factors are below
   * 2<sup>115</sup> (the other one is at least 2<sup>-1074</sup>), so that nothing overflows, and
   * the scaled product's last bit is at least 2<sup>1200-2148</sup>: the residual is exact.
   */
  private static double rareProduct(double a, double b, double product, boolean up) {
    if (a == 0 || b == 0) {
      return 0;
    }
    if (Double.isInfinite(product)) {
      return product;
    }
    double error = Math.fma(a * SCALE, b * SCALE, -(product * SCALE * SCALE));
    return step(product, error, up);
  }

  private static double step(double value, double error, boolean up) {
    if (up) {
      return error > 0 ? Math.nextUp(value) : value;
    }
    return error < 0 ? Math.nextDown(value) : value;
  }

  /** The largest double that is at most a / b; b is not zero, and not both are infinite. */
  public static double divideDown(double a, double b) {
    return divide(a, b, false);
  }

  /** The smallest double that is at least a / b; b is not zero, and not both are infinite. */
  public static double divideUp(double a, double b) {
    return divide(a, b, true);
  }

  /**
   * The residual of the quotient is that of {@code a - q b}, over b. When q overflows, a - q b is
   * infinite with the sign that leads back to MAX_VALUE on the inner side.
   */
  private static double divide(double a, double b, boolean up) {
    if (a == 0) {
      return 0;
    }
    double quotient = a / b;
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return quotient;
    }
    double error = Math.fma(-quotient, b, a);
    if (error == 0 && Math.abs(a) < SAFE) {
      error = tinyRemainder(a, b, quotient);
    }
    return step(quotient, b > 0 ? error : -error, up);
  }

  /**
   * {@code (a - q b) 2^600} for a tiny a that differs from q b by less than the smallest double.
   * |q| is below 2<sup>115</sup>, so that nothing overflows, and |q b| is at least
   * 2<sup>-1075</sup>, so that its last bit is at least 2<sup>-1180</sup>: the scaled residual does
   * not underflow.
   */
  private static double tinyRemainder(double a, double b, double quotient) {
    return Math.fma(-(quotient * SCALE), b, a * SCALE);
  }

  /** The largest double that is at most the square root of a, which is at least 0. */
  public static double sqrtDown(double a) {
    return sqrt(a, false);
  }

  /** The smallest double that is at least the square root of a, which is at least 0. */
  public static double sqrtUp(double a) {
    return sqrt(a, true);
  }

  private static double sqrt(double a, boolean up) {
    if (a == 0 || Double.isInfinite(a)) {
      return a + 0.0;
    }
    if (a < 0x1p-900) {
      // the root is at least 2^-537: scaling it back is exact
      return sqrt(a * SCALE, up) * 0x1p-300;
    }
    double root = Math.sqrt(a);
    return step(root, Math.fma(-root, root, a), up);
  }

  /** The largest double that is at most a * 2^power. */
  public static double scaleDown(double a, int power) {
    double scaled = Math.scalb(a, power);
    if (a == 0 || Double.isInfinite(a)) {
      return a;
    }
    return Double.isInfinite(scaled)
        ? step(scaled, -scaled, false)
        : step(scaled, compareBack(a, scaled, power), false);
  }

  /** The smallest double that is at least a * 2^power. */
  public static double scaleUp(double a, int power) {
    return -scaleDown(-a, power);
  }

  /** Scaling back is exact, or the scaled number is zero. */
  private static double compareBack(double a, double scaled, int power) {
    if (scaled == 0) {
      return a;
    }
    return Double.compare(a, Math.scalb(scaled, -power));
  }
}
