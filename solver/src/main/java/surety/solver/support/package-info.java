/**
 * The search for certified supports: which patterns a piecewise linear network of normal inputs has
 * but for a small probability, in any number of dimensions.
 */
package surety.solver.support;
