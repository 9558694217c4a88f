package surety.certificates.cell;

import java.util.List;
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
   * @param values what is known of each form there
   */
  record Part(ScaledInterval mass, List<FormValues> values) {
    /** Keeps its own list. */
    Part {
      values = List.copyOf(values);
    }

    private boolean allows(CompiledEvent event) {
      CompiledEvent open = event.simplified(c -> values.get(c.form()).decided(c.threshold()));
      return !open.equals(CompiledEvent.NEVER);
    }
  }

  /** An upper bound of the probability that an event happens outside of the root box. */
  public ScaledInterval mass(CompiledEvent event) {
    ScaledInterval sum = ScaledInterval.ZERO;
    for (Part part : parts) {
      if (part.allows(event)) {
        sum = Scales.limited(sum.plus(part.mass));
      }
    }
    return sum;
  }
}
