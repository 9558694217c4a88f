package surety.certificates.support;

import surety.certificates.arithmetic.Interval;

/** What a node of a support's tree says. */
public sealed interface SupportRule {
  /** What is here is not worked out: all its mass may be missing. */
  record LeftOut() implements SupportRule {}

  /**
   * A neuron is decided: one node follows for each of its pieces, ascending.
   *
   * @param neuron number in its gate
   */
  record Split(int neuron) implements SupportRule {}

  /** What a combination says of the mass that is here; another rule for the same follows. */
  record Confined(Combination combination) implements SupportRule {}

  /**
   * All neurons are decided.
   *
   * @param mass the claimed bounds
   */
  record Pattern(Interval mass) implements SupportRule {}
}
