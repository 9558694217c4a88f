package surety.certificates.arithmetic;

/**
 * A binary floating-point format of IEEE 754, as far as bounds of rounding errors need it. To
 * nearest, a number x in its range becomes {@code x (1 + e) + n} with {@code |e| <= unit} and
 * {@code |n| < leastNormal}, where n is 0 unless the result is below the least normal number: there
 * results may be rounded, or flushed to zero.
 */
public enum FloatFormat {
  /** Single precision. */
  FLOAT32("float32", 0x1p-24, Float.MIN_NORMAL, Float.MAX_VALUE),

  /** Double precision. */
  FLOAT64("float64", 0x1p-53, Double.MIN_NORMAL, Double.MAX_VALUE);

  private final String word;
  private final double unit;
  private final double leastNormal;
  private final double largest;

  FloatFormat(String word, double unit, double leastNormal, double largest) {
    this.word = word;
    this.unit = unit;
    this.leastNormal = leastNormal;
    this.largest = largest;
  }

  /** Its name in statements and specifications. */
  public String word() {
    return word;
  }

  /** The greatest relative error of one rounding: half of the distance from 1 to the next one. */
  public double unit() {
    return unit;
  }

  /** The least positive number that is not subnormal. */
  public double leastNormal() {
    return leastNormal;
  }

  /** The greatest finite number. */
  public double largest() {
    return largest;
  }

  /** Whether a double is one of its finite numbers. */
  public boolean contains(double x) {
    return Double.isFinite(x) && (this == FLOAT64 || (float) x == x);
  }

  /** Whether a number of the format may be read or written as zero. */
  public boolean mayFlush(double x) {
    return x != 0 && Math.abs(x) < leastNormal;
  }

  /**
   * An upper bound of {@code n u / (1 - n u)}, by which n roundings one after the other change a
   * product or a sum of numbers of one sign at most; infinite if n u is not below 1/2.
   */
  public double gamma(long roundings) {
    double product = roundings * unit; // exact: at most 32 bits, times a power of two
    return product < 0.5
        ? Rounding.divideUp(product, Rounding.subtractDown(1, product))
        : Double.POSITIVE_INFINITY;
  }
}
