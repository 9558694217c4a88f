package surety.certificates.statement;

import java.util.Objects;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;

/** The requirement that a probability stands in a relation to an exact limit. */
public record ProbabilityLimit(Comparison comparison, Rational limit) {
  /** Refuses missing parts. */
  public ProbabilityLimit {
    Objects.requireNonNull(comparison);
    Objects.requireNonNull(limit);
  }

  /**
   * The verdict that follows from guaranteed bounds.
   *
   * <p>Sound because a relation to the limit that holds for both ends of {@code [lower, upper]}
   * holds for every number between them, so for the probability; and likewise its complement.
   */
  public Verdict verdict(Dyadic lower, Dyadic upper) {
    int lowerOrder = lower.compareTo(limit);
    int upperOrder = upper.compareTo(limit);
    if (comparison.holds(lowerOrder) && comparison.holds(upperOrder)) {
      return Verdict.PROVED;
    }
    Comparison complement = comparison.complement();
    return complement.holds(lowerOrder) && complement.holds(upperOrder)
        ? Verdict.VIOLATED
        : Verdict.UNDECIDED;
  }
}
