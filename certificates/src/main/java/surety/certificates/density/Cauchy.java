package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** With a density proportional to {@code 1 / (1 + ((x - median)/scale)^2)}; it has no mean. */
public record Cauchy(Rational median, Rational scale) implements Distribution {
  public Cauchy {
    Parameters.requireInRange("the median of cauchy", median);
    Parameters.requirePositive("the scale of cauchy", scale);
  }
}
