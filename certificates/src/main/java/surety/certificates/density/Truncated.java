package surety.certificates.density;

import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/**
 * Another distribution under the condition that the value lies in an interval.
 *
 * @param lower empty if the interval has no lower end
 * @param upper empty if it has no upper one
 */
public record Truncated(Distribution base, Optional<Rational> lower, Optional<Rational> upper)
    implements Distribution {
  public Truncated {
    if (base instanceof Truncated || base instanceof Restricted) {
      throw new IllegalArgumentException(
          base.canonical() + " is truncated already; state one interval, the common part of both");
    }
    TruncationInterval.require(base, lower, upper);
  }

  /** With two ends. */
  public Truncated(Distribution base, Rational lower, Rational upper) {
    this(base, Optional.of(lower), Optional.of(upper));
  }
}
