/**
 * Activation regions of piecewise linear networks, exactly: the tree of their enumeration and its
 * witnesses, polytopes with rational vertices, and the regions' probabilities.
 */
package surety.certificates.region;
