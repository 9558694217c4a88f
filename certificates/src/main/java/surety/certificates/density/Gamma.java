package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** On [0, infinity), with a density proportional to {@code x^(shape-1) exp(-x/scale)}. */
public record Gamma(Rational shape, Rational scale) implements Distribution {
  public Gamma {
    Parameters.requireShape("the shape of gamma", shape);
    Parameters.requirePositive("the scale of gamma", scale);
  }
}
