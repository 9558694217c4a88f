package surety.examples;

import java.util.stream.DoubleStream;

/**
 * Where a number lies as far as sampling can tell: an estimate, less and plus a number of standard
 * errors. Computed with as intervals are, so that what is left out by chance stays as seldom.
 */
record Estimate(double lower, double upper) {
  /** Nothing is known. */
  static final Estimate UNKNOWN = new Estimate(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static Estimate of(double value) {
    return new Estimate(value, value);
  }

  /** So far to both sides; what cannot be computed is unknown. */
  static Estimate around(double middle, double error) {
    return Double.isNaN(middle) || Double.isNaN(error)
        ? UNKNOWN
        : new Estimate(middle - error, middle + error);
  }

  Estimate plus(Estimate other) {
    return new Estimate(lower + other.lower, upper + other.upper);
  }

  Estimate minus(Estimate other) {
    return new Estimate(lower - other.upper, upper - other.lower);
  }

  Estimate times(Estimate other) {
    return hull(lower * other.lower, lower * other.upper, upper * other.lower, upper * other.upper);
  }

  Estimate dividedBy(Estimate other) {
    return other.lower <= 0 && other.upper >= 0
        ? UNKNOWN
        : times(new Estimate(1 / other.upper, 1 / other.lower));
  }

  Estimate absolute() {
    double largest = Math.max(-lower, upper);
    return new Estimate(Math.max(0, Math.max(lower, -upper)), largest);
  }

  /** Of what is not negative. */
  Estimate root() {
    return new Estimate(Math.sqrt(Math.max(0, lower)), Math.sqrt(Math.max(0, upper)));
  }

  /** Whether some number lies in both. */
  boolean meets(double least, double largest) {
    return lower <= largest && least <= upper;
  }

  private static Estimate hull(double... ends) {
    return DoubleStream.of(ends).anyMatch(Double::isNaN)
        ? UNKNOWN
        : new Estimate(
            DoubleStream.of(ends).min().orElseThrow(), DoubleStream.of(ends).max().orElseThrow());
  }
}
