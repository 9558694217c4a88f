package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** Another distribution under the condition that the value lies in an interval. */
public record Truncated(Distribution base, Rational lower, Rational upper) implements Distribution {
  /** Beyond these standard coordinates the exponent of a density leaves the range of scales. */
  private static final Rational FARTHEST_NORMAL = Rational.of(10_000);

  private static final Rational FARTHEST_EXPONENTIAL = Rational.of(10_000_000);

  public Truncated {
    if (base instanceof Truncated) {
      throw new IllegalArgumentException(
          base.canonical() + " is truncated already; state one interval, the common part of both");
    }
    Parameters.requireAscending("the interval of the truncation", lower, upper);
    StandardForm standard = StandardForm.of(base).restrictedTo(lower, upper);
    String place =
        "the interval ["
            + Parameters.brief(lower)
            + ", "
            + Parameters.brief(upper)
            + "] of the truncation";
    if (standard.isEmpty()) {
      throw new IllegalArgumentException(
          place + " has probability 0; choose one where the distribution has some");
    }
    if (standard.isTooNarrow()) {
      throw new IllegalArgumentException(
          place + " is narrower than double precision can tell there; widen it");
    }
    Rational farthest = base instanceof Normal ? FARTHEST_NORMAL : FARTHEST_EXPONENTIAL;
    if (standard.isUnboundedBase() && standard.distanceFromZero().compareTo(farthest) > 0) {
      throw new IllegalArgumentException(
          place
              + " begins "
              + Parameters.brief(standard.distanceFromZero())
              + " scale lengths from the centre, too far out in the tail; it must begin within "
              + farthest);
    }
  }
}
