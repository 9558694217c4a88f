/**
 * Affine bounds of a network's output over one cell, by rigorous forward propagation (section 3 of
 * FORMAT.md). On a simplex an affine function is its values at the vertices; on a box it is its
 * coefficients in local coordinates between -1 and 1. Either way it is n + 1 numbers, its entries.
 */
package surety.certificates.bounds;
