package surety.certificates.density;

import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/** What is required of the interval to which a distribution is truncated or restricted. */
final class TruncationInterval {
  /** Beyond these standard coordinates the exponent of a density leaves the range of scales. */
  private static final Rational FARTHEST_NORMAL = Rational.of(10_000);

  private static final Rational FARTHEST_EXPONENTIAL = Rational.of(10_000_000);

  private TruncationInterval() {}

  static String text(Optional<Rational> lower, Optional<Rational> upper) {
    return "["
        + lower.map(Parameters::brief).orElse("-inf")
        + ", "
        + upper.map(Parameters::brief).orElse("inf")
        + "]";
  }

  static void require(Distribution base, Optional<Rational> lower, Optional<Rational> upper) {
    if (lower.isEmpty() && upper.isEmpty()) {
      throw new IllegalArgumentException(
          "an interval without ends truncates nothing; leave it out");
    }
    lower.ifPresent(l -> Parameters.requireInRange("the lower end of the truncation", l));
    upper.ifPresent(u -> Parameters.requireInRange("the upper end of the truncation", u));
    if (lower.isPresent() && upper.isPresent()) {
      Parameters.requireAscending("the interval of the truncation", lower.get(), upper.get());
    }
    StandardForm standard = StandardForm.of(base).restrictedTo(lower, upper);
    String place = "the interval " + text(lower, upper) + " of the truncation";
    if (standard.isEmpty()) {
      throw new IllegalArgumentException(
          place + " has probability 0; choose one where the distribution has some");
    }
    if (standard.isTooNarrow()) {
      throw new IllegalArgumentException(
          place + " is narrower than double precision can tell there; widen it");
    }
    boolean isNormal = standard.hasFactor(factor -> factor instanceof GaussianFactor);
    boolean isExponential =
        standard.hasFactor(
            factor -> factor instanceof ExponentialFactor || factor instanceof LogisticFactor);
    Rational farthest = isNormal ? FARTHEST_NORMAL : FARTHEST_EXPONENTIAL;
    if ((isNormal || isExponential) && standard.distanceFromZero().compareTo(farthest) > 0) {
      throw new IllegalArgumentException(
          place
              + " begins "
              + Parameters.brief(standard.distanceFromZero())
              + " scale lengths from the centre, too far out in the tail; it must begin within "
              + farthest);
    }
  }
}
