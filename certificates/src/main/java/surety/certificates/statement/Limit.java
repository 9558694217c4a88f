package surety.certificates.statement;

import java.util.List;
import java.util.Objects;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;

/** The requirement that a quantity stands in a relation to an exact limit. */
public record Limit(Comparison comparison, Rational limit) implements Requirement {
  /** Refuses missing parts. */
  public Limit {
    Objects.requireNonNull(comparison);
    Objects.requireNonNull(limit);
  }

  @Override
  public List<Rational> limits() {
    return List.of(limit);
  }

  @Override
  public String canonical() {
    return comparison.symbol() + " " + limit;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Sound because a relation to the limit that holds for both ends of {@code [lower, upper]}
   * holds for every number between them; and likewise its complement.
   */
  @Override
  public Verdict verdict(Bound lower, Bound upper) {
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
