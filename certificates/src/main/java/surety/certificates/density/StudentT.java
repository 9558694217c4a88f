package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/**
 * With a density proportional to {@code (1 + z^2/freedom)^(-(freedom+1)/2)}, {@code z = (x -
 * median) / scale}; unbounded. It has a mean for more than one degree of freedom, and a variance
 * for more than two.
 */
public record StudentT(Rational freedom, Rational median, Rational scale) implements Distribution {
  public StudentT {
    Parameters.requireBetween(
        "the number of degrees of freedom of studentt",
        freedom,
        Rational.of(1, 2),
        Rational.of(10_000));
    Parameters.requireInRange("the median of studentt", median);
    Parameters.requirePositive("the scale of studentt", scale);
  }
}
