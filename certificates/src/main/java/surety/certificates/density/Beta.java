package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** On [0, 1], with a density proportional to {@code x^(alpha-1) (1-x)^(beta-1)}. */
public record Beta(Rational alpha, Rational beta) implements Distribution {
  public Beta {
    Parameters.requireShape("the first parameter of beta", alpha);
    Parameters.requireShape("the second parameter of beta", beta);
  }
}
