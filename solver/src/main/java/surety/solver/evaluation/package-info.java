/**
 * What a network gives for one input: over the reals, exactly or within proven enclosures, and as
 * an estimate in the floating-point format in which it is deployed.
 */
package surety.solver.evaluation;
