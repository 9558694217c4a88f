package surety.certificates.density;

import surety.certificates.arithmetic.Interval;

/**
 * A function of which densities are products: a power of z or of 1 - z, exp(-z), exp(-z^2/2). All
 * are log-concave where they are positive.
 */
sealed interface Factor permits PowerFactor, ExponentialFactor, GaussianFactor {

  /**
   * The Taylor coefficients of order 0 to {@code degree}, for all z of the interval at which the
   * function is defined. An infinite end stands for a coefficient without a bound.
   */
  Series series(Interval z, int degree);

  /** An enclosure of the derivative of the logarithm, for z inside the domain. */
  Interval logarithmicDerivative(Interval z);

  /**
   * How many Taylor terms at {@code centre} matter in double precision at the distance {@code h};
   * {@code cap + 1} if more than {@code cap}. Only a proposal: it costs time or tightness, not
   * truth.
   */
  int usefulDegree(double centre, double h, int cap);

  /** Whether all Taylor coefficients beyond some order are zero. */
  boolean isPolynomial();

  /** 2^-58: terms below this part of the first one do not matter. */
  double NEGLIGIBLE = 0x1p-58;
}
