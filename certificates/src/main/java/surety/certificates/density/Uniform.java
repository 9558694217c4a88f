package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** Every point between the ends is equally likely. */
public record Uniform(Rational lower, Rational upper) implements Distribution {
  public Uniform {
    Parameters.requireAscending("the interval of uniform", lower, upper);
    Parameters.requirePositive("the width of uniform", upper.minus(lower));
  }
}
