package surety.certificates.density;

import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * One smooth piece of a density: a constant times a product of factors, in the standard coordinate.
 *
 * <p><em>Why the polynomials are sound.</em> By Taylor's theorem with Lagrange's remainder, for z
 * in the interval Z and any order m, f(z) is the sum of the terms of order 0 to m - 1 at the centre
 * c plus {@code a_m(s) (z - c)^m}, where a_m(s) is the Taylor coefficient of order m at some s
 * between c and z, hence in Z. We enclose a_m over all of Z. Either the whole last term goes into
 * the remainder, or its coefficient is replaced by a double in the middle of its enclosure and only
 * the deviation goes there; the radii of the other coefficients join it. All these sums are rounded
 * upward. Where a derivative is unbounded, the enclosure and with it the remainder is infinite, and
 * a lower order is taken; order 0 is the range of f, which is finite. {@link Economization} lowers
 * the degree further.
 */
record Piece(List<Factor> factors, ScaledInterval constant) {
  /** Densities between 2^-64 and 2^64 have the scale 0. */
  private static final int UNSCALED = 64;

  /** How much longer a Taylor polynomial is before it is economized. */
  private static final int MORE_ORDERS = 8;

  Piece times(ScaledInterval factor) {
    return new Piece(factors, constant.times(factor));
  }

  /** Whether it is the density of the standard normal distribution. */
  boolean isStandardNormal() {
    // not equals(): see Series
    Interval normal = StandardForm.STANDARD_NORMAL.constant.value();
    return factors.size() == 1
        && factors.get(0) instanceof GaussianFactor
        && constant.scale() == 0
        && constant.value().lower() == normal.lower()
        && constant.value().upper() == normal.upper();
  }

  boolean isConstant() {
    return factors.isEmpty();
  }

  /** The Taylor coefficients of the density for all z of the interval, in units of 2^unit. */
  Series series(Interval z, int degree, int unit) {
    return series(z, degree, unit, false);
  }

  /** The Taylor coefficient of the given order; what stands before it is not to be used. */
  Series lastOfSeries(Interval z, int order, int unit) {
    return series(z, order, unit, true);
  }

  private Series series(Interval z, int degree, int unit, boolean onlyLast) {
    int count = factors.size();
    if (count == 0) {
      Interval[] coefficients = new Interval[degree + 1];
      Arrays.fill(coefficients, Interval.ZERO);
      coefficients[0] = Interval.ONE;
      return new Series(coefficients, 0).times(constant);
    }
    Series product = factors.get(0).series(z, degree, unit);
    for (int i = 1; i < count; i++) {
      Series next = factors.get(i).series(z, degree, unit);
      product = onlyLast && i == count - 1 ? product.lastOfProduct(next) : product.times(next);
    }
    return product.times(constant);
  }

  /** The values of the density for all z of the interval. */
  ScaledInterval value(Interval z) {
    Series series = series(z, 0, 0);
    Interval value = series.coefficients()[0];
    return new ScaledInterval(value.positivePart(), series.scale());
  }

  /** An enclosure of the derivative of the logarithm of the density, inside its domain. */
  Interval logarithmicDerivative(double z) {
    Interval derivative = Interval.ZERO;
    for (Factor factor : factors) {
      derivative = derivative.plus(factor.logarithmicDerivative(Interval.of(z)));
    }
    return derivative;
  }

  /**
   * Encloses the density on a bounded interval by a polynomial of at most that degree: the better
   * one of a Taylor polynomial and of a longer one, economized.
   *
   * @param centre encloses the exact number about which the polynomial is written, near the middle
   *     of the interval; the result names the middle of this enclosure
   */
  DensityPolynomial polynomial(Interval z, Interval centre, int degree) {
    DensityPolynomial cut = taylor(z, centre, degree);
    if (degree == 0 || cut.coefficients().length <= degree) {
      return cut; // the range is cheap, and what has a lower degree is exact up to rounding
    }
    DensityPolynomial economized =
        Economization.lowered(taylor(z, centre, degree + MORE_ORDERS), radius(z, centre), degree);
    return economized.remainder() < cut.remainder() ? economized : cut;
  }

  /** At least |z - c| for all z of the interval and the exact centre c. */
  private static double radius(Interval z, Interval centre) {
    return centre.isPoint() && centre.lower() == z.middle()
        ? z.radius()
        : z.minus(centre).magnitude();
  }

  private DensityPolynomial taylor(Interval z, Interval centre, int degree) {
    if (!z.isBounded()) {
      throw new IllegalArgumentException(
          "the density cannot be enclosed on " + z + "; the interval must be bounded");
    }
    double radius = radius(z, centre);
    Series point = series(centre, degree, 0);
    Series whole = series(z, degree + 1, 0);
    double largest = whole.coefficients()[0].magnitude();
    boolean isNumber = largest > 0 && largest <= Double.MAX_VALUE; // not zero, and no pole
    int exponent = !isNumber ? 0 : Math.addExact(Math.getExponent(largest), whole.scale());
    int scale = Math.abs(exponent) <= UNSCALED ? 0 : exponent;
    return truncated(
        centre.middle(),
        radius,
        point.withScale(scale).coefficients(),
        whole.withScale(scale).coefficients(),
        scale);
  }

  /** The order, and the treatment of the last term, with the least remainder. */
  private static DensityPolynomial truncated(
      double centre, double radius, Interval[] point, Interval[] whole, int scale) {
    double rounding = 0;
    double power = 1;
    double least = Double.POSITIVE_INFINITY;
    int top = 0;
    boolean lastFromWhole = true;
    for (int m = 0; m < point.length; m++) {
      double deviation = Rounding.addUp(rounding, Rounding.multiplyUp(whole[m].radius(), power));
      if (deviation < least) {
        least = deviation;
        top = m;
        lastFromWhole = true;
      }
      rounding = Rounding.addUp(rounding, Rounding.multiplyUp(point[m].radius(), power));
      power = Rounding.multiplyUp(power, radius);
      double omitted =
          Rounding.addUp(rounding, Rounding.multiplyUp(whole[m + 1].magnitude(), power));
      if (omitted < least) {
        least = omitted;
        top = m;
        lastFromWhole = false;
      }
    }
    double[] coefficients = new double[top + 1];
    for (int k = 0; k < top; k++) {
      coefficients[k] = point[k].middle();
    }
    coefficients[top] = (lastFromWhole ? whole : point)[top].middle();
    return new DensityPolynomial(centre, withoutTrailingZeros(coefficients), least, scale);
  }

  private static double[] withoutTrailingZeros(double[] coefficients) {
    int length = coefficients.length;
    while (length > 1 && coefficients[length - 1] == 0) {
      length--;
    }
    return length == coefficients.length ? coefficients : Arrays.copyOf(coefficients, length);
  }
}
