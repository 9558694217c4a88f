/**
 * Neural networks as functions over the reals: a flat sequence of affine and activation layers
 * whose weights are exactly the numbers of the network's file. Nothing here rounds a weight; the
 * only rounding is in {@link surety.certificates.network.Network#evaluate}, which is for estimates
 * and searches and never part of a claim.
 */
package surety.certificates.network;
