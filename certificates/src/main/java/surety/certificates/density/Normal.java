package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** The normal distribution of a mean and a standard deviation; unbounded. */
public record Normal(Rational mean, Rational deviation) implements Distribution {
  public Normal {
    Parameters.requireInRange("the mean of normal", mean);
    Parameters.requirePositive("the standard deviation of normal", deviation);
  }
}
