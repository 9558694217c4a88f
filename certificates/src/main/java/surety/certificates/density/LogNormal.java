package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/**
 * On (0, infinity): the logarithm is normal with the mean {@code mu} and the standard deviation
 * {@code sigma}.
 */
public record LogNormal(Rational mu, Rational sigma) implements Distribution {
  private static final Rational LARGEST_LOGARITHM = Rational.of(600);

  public LogNormal {
    Parameters.requireInRange("the mean of the logarithm of lognormal", mu);
    Parameters.requireBetween(
        "the standard deviation of the logarithm of lognormal",
        sigma,
        Rational.of(1, 1_000_000),
        Rational.of(10));
    if (mode(mu, sigma).abs().compareTo(LARGEST_LOGARITHM) > 0) {
      throw new IllegalArgumentException(
          "the mode of lognormal is the exponential of "
              + Parameters.brief(mode(mu, sigma))
              + ", which is beyond double precision; the mean less the square of the standard"
              + " deviation must be at most 600 in magnitude");
    }
  }

  /** The logarithm of the mode: mu - sigma^2. */
  Rational logarithmOfMode() {
    return mode(mu, sigma);
  }

  private static Rational mode(Rational mu, Rational sigma) {
    return mu.minus(sigma.times(sigma));
  }
}
