package surety.certificates.cell;

import java.util.List;
import java.util.function.Predicate;
import surety.certificates.arithmetic.ScaledInterval;

/**
 * What lies outside of the root box: for each end at which an unbounded coordinate is cut off, all
 * points beyond it. These half-lines times the other coordinates' whole domains are boxes with
 * infinite sides. Together they cover all that the root box leaves out, so the probability of an
 * event outside of it is at most the sum of the masses of those in which the event is possible.
 *
 * @param parts one for each end that is cut off
 */
public record Tails(List<Part> parts) {
  /** Keeps its own list. */
  public Tails {
    parts = List.copyOf(parts);
  }

  /**
   * All points beyond one end.
   *
   * @param mass encloses an upper bound of their probability
   * @param values what is known of g there
   */
  record Part(ScaledInterval mass, FormRange.Values values) {}

  /** An upper bound of the probability that the event happens outside of the root box. */
  public ScaledInterval inside(Threshold threshold) {
    return mass(values -> !values.areOutside(threshold));
  }

  /** The same of its complement. */
  public ScaledInterval outside(Threshold threshold) {
    return mass(values -> !values.areIn(threshold));
  }

  private ScaledInterval mass(Predicate<FormRange.Values> isPossible) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      if (isPossible.test(part.values)) {
        sum = Scales.limited(sum.plus(part.mass));
      }
    }
    return sum;
  }
}
