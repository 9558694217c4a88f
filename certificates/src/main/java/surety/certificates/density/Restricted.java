package surety.certificates.density;

import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/**
 * The part of another distribution that lies in an interval, with the mass that it has there: not a
 * distribution of its own, but a summand of a law's measure.
 *
 * @param base may be truncated itself
 * @param lower empty if the interval has no lower end
 * @param upper empty if it has no upper one
 */
public record Restricted(Distribution base, Optional<Rational> lower, Optional<Rational> upper)
    implements Distribution {
  public Restricted {
    if (base instanceof Restricted) {
      throw new IllegalArgumentException(
          base.canonical() + " is restricted already; state one interval, the common part of both");
    }
    TruncationInterval.require(base, lower, upper);
  }
}
