/**
 * Exact integration over cells: the probability of a half-space in a simplex or a box, under
 * uniform and polynomial densities (section 4 of FORMAT.md).
 */
package surety.certificates.integral;
