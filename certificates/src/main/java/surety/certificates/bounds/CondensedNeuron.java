package surety.certificates.bounds;

import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;

/**
 * A neuron of a {@link CondensedNetwork}: on its box it may bend.
 *
 * @param argument what enters it
 * @param curve what it computes, and lines above and below
 * @param range contains all that enters it on the box
 * @param gate its activation gate in the network
 * @param index its number in that gate
 */
record CondensedNeuron(
    CondensedRow argument,
    CurvedNeuron curve,
    boolean isRelu,
    Interval range,
    int gate,
    int index) {

  static CondensedNeuron of(
      CondensedRow argument, CurvedNeuron curve, Interval range, int gate, int index) {
    boolean isRelu = curve.activation().equals(Activation.RELU);
    return new CondensedNeuron(argument, curve, isRelu, range, gate, index);
  }
}
