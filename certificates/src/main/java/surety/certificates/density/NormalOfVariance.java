package surety.certificates.density;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * The normal distribution of a mean and a variance whose root, the standard deviation, need not be
 * a fraction; unbounded.
 */
public record NormalOfVariance(Rational mean, Rational variance) implements Distribution {
  public NormalOfVariance {
    Parameters.requireInRange("the mean of normal", mean);
    Parameters.requirePositive("the variance of normal", variance);
  }

  /** Encloses the standard deviation. */
  Interval deviation() {
    return Interval.of(variance).sqrt();
  }
}
