package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** With a density proportional to {@code exp(-|x - mean|/scale)}; unbounded. */
public record Laplace(Rational mean, Rational scale) implements Distribution {
  public Laplace {
    Parameters.requireInRange("the mean of laplace", mean);
    Parameters.requirePositive("the scale of laplace", scale);
  }
}
