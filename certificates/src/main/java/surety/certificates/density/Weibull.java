package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** On [0, infinity), with a density proportional to {@code x^(shape-1) exp(-(x/scale)^shape)}. */
public record Weibull(Rational shape, Rational scale) implements Distribution {
  public Weibull {
    Parameters.requireBetween(
        "the shape of weibull", shape, Rational.of(1, 100), Rational.of(1000));
    Parameters.requirePositive("the scale of weibull", scale);
  }
}
