package surety.solver;

import java.util.Objects;
import surety.certificates.arithmetic.Bound;

/**
 * Guaranteed bounds at one threshold.
 *
 * @param t the threshold, the double nearest to the exact one in statement and certificate
 * @param lower guaranteed lower bound of the probability
 * @param upper guaranteed upper bound of the probability
 */
public record BandPoint(double t, Bound lower, Bound upper) {
  /** Refuses missing parts. */
  public BandPoint {
    Objects.requireNonNull(lower);
    Objects.requireNonNull(upper);
  }
}
