/**
 * The random inputs as the search sees them: axes, slices of axes with their masses and density
 * polynomials, and the thresholds of a cdf that names none. Plain doubles, no guarantees.
 */
package surety.solver.domain;
