package surety.certificates.bounds;

import surety.certificates.arithmetic.Interval;

/**
 * A neuron of a {@link CondensedNetwork}: on its box it may bend.
 *
 * @param curve what it computes, and lines above and below
 * @param range contains all that enters it on the box
 * @param gate its activation gate in the network
 * @param index its number in that gate
 */
record CondensedNeuron(CurvedNeuron curve, Interval range, int gate, int index) {}
