package surety.certificates.cell;

import java.util.List;
import surety.certificates.arithmetic.Interval;
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
   * @param range contains the values of g there
   */
  public record Part(ScaledInterval mass, Interval range) {}

  /** An upper bound of the probability that the event happens outside of the root box. */
  public ScaledInterval inside(Threshold threshold) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      if (!threshold.excludes(part.range.lower())) {
        sum = Scales.limited(sum.plus(part.mass));
      }
    }
    return sum;
  }

  /** The same of its complement. */
  public ScaledInterval outside(Threshold threshold) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      if (!threshold.includes(part.range.upper())) {
        sum = Scales.limited(sum.plus(part.mass));
      }
    }
    return sum;
  }
}
