package surety.certificates.activation;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Where a function stops to fall and begins to rise: somewhere between two doubles, in a convex
 * section, as the point itself is no double.
 *
 * @param from the function surely falls there
 * @param to the function surely rises there
 * @param least at most its least value
 */
public record Valley(double from, double to, double least) {

  /**
   * Proves a valley. As the function is convex, it falls before {@code from} and rises behind
   * {@code to}, and between them it lies above its tangent at {@code from}.
   *
   * @param convex a section of the function with both numbers
   */
  static Valley of(Activation function, Section convex, double from, double to) {
    Interval slope = function.encloseSlope(convex, from);
    if (convex.curvature() != Curvature.CONVEX
        || !(slope.upper() < 0)
        || !(function.encloseSlope(convex, to).lower() > 0)) {
      throw new IllegalArgumentException(
          "no valley of %s is proven between %s and %s".formatted(function.name(), from, to));
    }
    double fall = Rounding.multiplyDown(slope.lower(), Rounding.subtractUp(to, from));
    return new Valley(from, to, Rounding.addDown(function.enclose(from).lower(), fall));
  }

  /** Whether an interval may have the lowest point. */
  boolean meets(Interval x) {
    return x.lower() <= to && from <= x.upper();
  }
}
