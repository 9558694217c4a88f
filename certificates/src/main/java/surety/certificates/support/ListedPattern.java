package surety.certificates.support;

import surety.certificates.arithmetic.Interval;
import surety.certificates.region.Region;

/**
 * A pattern that a tree lists, under one component of the law.
 *
 * @param component from 0
 * @param pieces for each neuron with a kink the number of its piece: of a relu 0 or 1
 * @param mass encloses the mass of the inputs that have it, under the component
 */
@SuppressWarnings("ArrayRecordComponent") // nobody writes into it
public record ListedPattern(int component, byte[] pieces, Interval mass) {
  /** The pieces, a character each. */
  public String pattern() {
    return Region.text(pieces);
  }
}
