package surety.certificates.density;

/**
 * The stated distribution of one random input, with exact rational parameters.
 *
 * <p>The constructors of its records throw {@link IllegalArgumentException} with a message that
 * says what is wrong and how to put it right.
 */
public sealed interface Distribution
    permits Uniform,
        Beta,
        Normal,
        NormalOfVariance,
        Exponential,
        Gamma,
        Triangular,
        Histogram,
        LogNormal,
        Weibull,
        Logistic,
        Laplace,
        StudentT,
        Cauchy,
        Pareto,
        Polynomial,
        Truncated,
        Restricted {

  /** The one text of this distribution, like {@code normal(0, 1) on [-3, 3]}. */
  default String canonical() {
    return DistributionText.write(this);
  }

  /**
   * Reads a canonical text.
   *
   * @throws IllegalArgumentException if the text is not exactly the canonical text of a
   *     distribution
   */
  static Distribution parse(String canonical) {
    return DistributionText.read(canonical);
  }
}
