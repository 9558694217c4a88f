package surety.certificates.statement;

import java.util.Objects;
import surety.certificates.arithmetic.Rational;

/** An input that always has one exact value. */
public record FixedInput(Rational value) implements Input {
  /** Refuses a missing value. */
  public FixedInput {
    Objects.requireNonNull(value);
  }
}
