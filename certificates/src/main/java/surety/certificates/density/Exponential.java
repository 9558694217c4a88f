package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** On [0, infinity), with the density {@code rate exp(-rate x)}. */
public record Exponential(Rational rate) implements Distribution {
  public Exponential {
    Parameters.requirePositive("the rate of exponential", rate);
  }
}
