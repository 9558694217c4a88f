/**
 * Certified support: a list of activation patterns of a piecewise linear network, a bound of the
 * probability that its inputs have another one, and bounds of that of each. Inputs are normal or
 * mixtures of normals, with any covariance, and in any number.
 *
 * <p>It rests on one remark. The inputs with a pattern are the intersection of half-spaces, so
 * their probability is at most that of any of these, and at least 1 less the probabilities of what
 * is outside of each; and an affine function of normal numbers is a normal number. The list comes
 * from a search like the one in a paper on networks as random affine functions, whose
 * probabilities, read as upper bounds, are a proof.
 */
package surety.certificates.support;
