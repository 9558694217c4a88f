package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** With the cdf {@code 1 / (1 + exp(-(x - mean)/scale))}; unbounded. */
public record Logistic(Rational mean, Rational scale) implements Distribution {
  public Logistic {
    Parameters.requireInRange("the mean of logistic", mean);
    Parameters.requirePositive("the scale of logistic", scale);
  }
}
