/**
 * Figures without any guarantee, to be looked at and always labelled as estimates; no verdict and
 * no certificate depends on them.
 */
package surety.solver.estimate;
