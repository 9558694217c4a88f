package surety.certificates.bounds;

import surety.certificates.arithmetic.Interval;

/** What is known of the arguments of activations on a set of inputs. */
@FunctionalInterface
public interface Arguments {
  /**
   * Contains all that enters a neuron of an activation gate.
   *
   * @param gate its number in the network
   */
  Interval entering(int gate, int neuron);
}
