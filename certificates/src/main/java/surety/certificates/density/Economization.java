package surety.certificates.density;

import java.util.Arrays;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Lowers the degree of a polynomial that encloses a density, by Chebyshev polynomials (Lanczos'
 * economization; Mason and Handscomb, Chebyshev Polynomials, section 3.5).
 *
 * <p>Let r be a bound of |u| with u = z - centre. The monic Chebyshev polynomials of [-r, r] are
 * C_1 = u, C_2 = u^2 - r^2 / 2, and {@code C_m = u C_(m-1) - (r^2 / 4) C_(m-2)}; for u = r cos t
 * they are {@code C_m = 2 r^m cos(m t) / 2^m}, hence at most {@code r^m / 2^(m-1)} in magnitude
 * there. A polynomial of degree m with the highest coefficient a is a C_m plus one of degree m - 1,
 * whose coefficients are the given ones less those of a C_m. What is dropped, |a| r^m / 2^(m-1), is
 * a 2^(m-1)-th part of what dropping a u^m would lose. Coefficients are intervals that contain the
 * exact ones; in the end their middles are taken, and radius times r^k joins the remainder. All
 * these sums are rounded upward.
 */
final class Economization {
  private Economization() {}

  /**
   * The same enclosure by a polynomial of a lower degree.
   *
   * @param radius bound of |z - centre| for all z of the interval on which {@code polynomial} holds
   * @param degree at least 0; the polynomial stays as it is if its own degree is not higher
   */
  static DensityPolynomial lowered(DensityPolynomial polynomial, double radius, int degree) {
    double[] given = polynomial.coefficients();
    if (given.length - 1 <= degree) {
      return polynomial;
    }
    Interval[] coefficients = new Interval[given.length];
    Arrays.setAll(coefficients, k -> Interval.of(given[k]));
    Interval[][] monic = monicChebyshev(given.length - 1, radius);
    Interval dropped = Interval.ZERO;
    for (int m = given.length - 1; m > degree; m--) {
      Interval highest = coefficients[m];
      for (int k = m - 2; k >= 0; k -= 2) {
        coefficients[k] = coefficients[k].minus(highest.times(monic[m][k]));
      }
      dropped = dropped.plus(highest.abs().times(Interval.of(radius).power(m)).scaledBy(1 - m));
    }
    double[] middles = new double[degree + 1];
    double remainder = Rounding.addUp(polynomial.remainder(), dropped.upper());
    double power = 1;
    for (int k = 0; k <= degree; k++) {
      middles[k] = coefficients[k].middle();
      remainder = Rounding.addUp(remainder, Rounding.multiplyUp(coefficients[k].radius(), power));
      power = Rounding.multiplyUp(power, radius);
    }
    return new DensityPolynomial(polynomial.centre(), middles, remainder, polynomial.scale());
  }

  /** For each degree up to {@code highest} the coefficients of C_m, by ascending power. */
  private static Interval[][] monicChebyshev(int highest, double radius) {
    Interval quarter = Interval.of(radius).square().scaledBy(-2);
    Interval[][] monic = new Interval[highest + 1][highest + 1];
    for (int m = 0; m <= highest; m++) {
      Arrays.fill(monic[m], Interval.ZERO);
      monic[m][m] = Interval.ONE;
      // C_2 = u C_1 - (r^2 / 2): as if C_0 were 2
      Interval factor = m == 2 ? quarter.scaledBy(1) : quarter;
      for (int k = m - 2; k >= 0; k -= 2) {
        Interval raised = k == 0 ? Interval.ZERO : monic[m - 1][k - 1];
        monic[m][k] = raised.minus(factor.times(monic[m - 2][k]));
      }
    }
    return monic;
  }
}
