package surety.certificates.statement;

import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;

/** The requirement that a quantity lies in a closed interval: {@code in [lower, upper]}. */
public record Range(Rational lower, Rational upper) implements Requirement {
  /** Refuses an empty one. */
  public Range {
    if (lower.compareTo(upper) > 0) {
      throw new IllegalArgumentException(
          "the interval [" + lower + ", " + upper + "] is empty; its lower end comes first");
    }
  }

  @Override
  public List<Rational> limits() {
    return List.of(lower, upper);
  }

  @Override
  public String canonical() {
    return "in [" + lower + ", " + upper + "]";
  }

  /**
   * {@inheritDoc}
   *
   * <p>The interval is what keeps both limits; a quantity that breaks one of them is outside.
   */
  @Override
  public Verdict verdict(Bound atLeast, Bound atMost) {
    Verdict ofLower = new Limit(Comparison.GREATER_OR_EQUAL, lower).verdict(atLeast, atMost);
    Verdict ofUpper = new Limit(Comparison.LESS_OR_EQUAL, upper).verdict(atLeast, atMost);
    if (ofLower == Verdict.VIOLATED || ofUpper == Verdict.VIOLATED) {
      return Verdict.VIOLATED;
    }
    return ofLower == Verdict.PROVED && ofUpper == Verdict.PROVED
        ? Verdict.PROVED
        : Verdict.UNDECIDED;
  }
}
