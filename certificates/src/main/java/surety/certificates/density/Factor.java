package surety.certificates.density;

import surety.certificates.arithmetic.Interval;

/**
 * A function of which densities are products. Wherever a density is unbounded, the logarithms of
 * its factors are concave functions of z, or of the logarithm of |z|, and {@link MassIntegral}
 * bounds its tail by that.
 */
sealed interface Factor
    permits PowerFactor,
        ExponentialFactor,
        GaussianFactor,
        LogisticFactor,
        StudentFactor,
        StretchedFactor,
        LogGaussianFactor,
        PolynomialFactor {

  /**
   * The Taylor coefficients of order 0 to {@code degree}, number k times {@code 2^(unit k)}, for
   * all z of the interval at which the function is defined. An infinite end stands for a
   * coefficient without a bound.
   *
   * @param unit the exponent of two of about the length of what is expanded, so that far from 1
   *     coefficients stay in the range of doubles
   */
  Series series(Interval z, int degree, int unit);

  /** An enclosure of the derivative of the logarithm, for z inside the domain. */
  Interval logarithmicDerivative(Interval z);

  /**
   * Whether its logarithm is concave in z. If not, it is concave in log |z| on either side of zero,
   * or the domain is bounded.
   */
  boolean isLogConcave();

  /**
   * How many Taylor terms at {@code centre} matter in double precision at the distance {@code h};
   * {@code cap + 1} if more than {@code cap}. Only a proposal: it costs time or tightness, not
   * truth.
   */
  default int usefulDegree(double centre, double h, int cap) {
    int unit = Series.unit(h);
    Interval[] coefficients = series(Interval.of(centre - h, centre + h), cap, unit).coefficients();
    double enough = NEGLIGIBLE * coefficients[0].magnitude();
    double length = Math.scalb(h, -unit);
    double power = 1;
    int k = 0;
    while (k <= cap && !(coefficients[k].magnitude() * power <= enough)) {
      power *= length;
      k++;
    }
    return k;
  }

  /** Whether all Taylor coefficients beyond some order are zero. */
  boolean isPolynomial();

  /** 2^-58: terms below this part of the first one do not matter. */
  double NEGLIGIBLE = 0x1p-58;
}
