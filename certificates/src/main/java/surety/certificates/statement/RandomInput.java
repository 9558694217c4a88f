package surety.certificates.statement;

import java.util.Objects;
import surety.certificates.density.Distribution;

/** An input with a distribution of its own, independent of all other inputs. */
public record RandomInput(Distribution distribution) implements Input {
  /** Refuses a missing distribution. */
  public RandomInput {
    Objects.requireNonNull(distribution);
  }
}
