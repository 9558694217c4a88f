package surety.certificates.density;

import java.math.BigInteger;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * exp(-z), with the Taylor coefficients {@code (-1)^k exp(-z) / k!}; or exp(z), without the signs.
 *
 * @param isRising whether it is exp(z)
 */
record ExponentialFactor(boolean isRising) implements Factor {
  private static final Interval[] SIGNED_INVERSE_FACTORIALS = signedInverseFactorials();

  private static Interval[] signedInverseFactorials() {
    Interval[] table = new Interval[MassIntegral.HIGHEST_DEGREE + 3];
    BigInteger factorial = BigInteger.ONE;
    for (int k = 0; k < table.length; k++) {
      factorial = factorial.multiply(BigInteger.valueOf(Math.max(1, k)));
      Interval inverse = Interval.of(Rational.of(BigInteger.ONE, factorial));
      table[k] = k % 2 == 0 ? inverse : inverse.negate();
    }
    return table;
  }

  /** An enclosure of {@code (-1)^k / k!}. */
  private static Interval coefficient(int k) {
    if (k < SIGNED_INVERSE_FACTORIALS.length) {
      return SIGNED_INVERSE_FACTORIALS[k];
    }
    return coefficient(k - 1).dividedBy(Interval.of(-k));
  }

  @Override
  public Series series(Interval z, int degree, int unit) {
    ScaledInterval value = Elementary.expOfMinus(isRising ? z.negate() : z);
    Interval[] coefficients = new Interval[degree + 1];
    for (int k = 0; k <= degree; k++) {
      Interval coefficient = coefficient(k);
      coefficients[k] = value.value().times(isRising ? coefficient.abs() : coefficient);
    }
    return new Series(coefficients, value.scale()).inUnit(unit);
  }

  @Override
  public Interval logarithmicDerivative(Interval z) {
    return Interval.of(isRising ? 1 : -1);
  }

  @Override
  public boolean isLogConcave() {
    return true;
  }

  @Override
  public int usefulDegree(double centre, double h, int cap) {
    double term = 1;
    int k = 0;
    while (term > NEGLIGIBLE && k <= cap) {
      k++;
      term *= h / k;
    }
    return k;
  }

  @Override
  public boolean isPolynomial() {
    return false;
  }
}
