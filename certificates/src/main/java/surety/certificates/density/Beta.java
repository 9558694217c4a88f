package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** On [0, 1], with a density proportional to {@code x^(alpha-1) (1-x)^(beta-1)}. */
public record Beta(Rational alpha, Rational beta) implements Distribution {
  public Beta {
    Parameters.requireExponent("the first parameter of beta", alpha);
    Parameters.requireExponent("the second parameter of beta", beta);
  }
}
