package surety.certificates.statement;

import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.text.StatementException;
import surety.certificates.text.TextScanner;

/** How what is required of a quantity stands behind it. */
public final class RequirementText {
  private static final String NOTHING = "= ?";

  private RequirementText() {}

  /** Canonical text; {@code = ?} if nothing is required. */
  public static String write(Optional<Requirement> requirement) {
    return requirement.map(Requirement::canonical).orElse(NOTHING);
  }

  /** Reads it. */
  public static Optional<Requirement> read(TextScanner text) throws StatementException {
    if (text.takes(NOTHING)) {
      return Optional.empty();
    }
    if (text.takes("in [")) {
      Rational lower = text.rational();
      text.expect(", ");
      Rational upper = text.rational();
      text.expect("]");
      return Optional.of(new Range(lower, upper));
    }
    Comparison comparison = comparison(text);
    return Optional.of(new Limit(comparison, text.rational()));
  }

  /** A comparison and the blank behind it. */
  static Comparison comparison(TextScanner text) throws StatementException {
    for (Comparison comparison : Comparison.values()) {
      if (text.takes(comparison.symbol() + " ")) {
        return comparison;
      }
    }
    throw text.expected("a comparison");
  }
}
