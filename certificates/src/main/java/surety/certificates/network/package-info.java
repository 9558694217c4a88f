/**
 * Neural networks as functions over the reals: a graph of affine gates and activations whose
 * weights are exactly the numbers of the network's file. Nothing here rounds a weight; {@link
 * surety.certificates.network.Network#evaluate} rounds to nearest, for estimates and searches, and
 * is never part of a claim; {@link surety.certificates.network.Network#enclose} rounds outward.
 */
package surety.certificates.network;
