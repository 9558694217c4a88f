/**
 * Figures without any guarantee, to be looked at and always labelled as estimates; no verdict and
 * no certificate depends on them.
 *
 * <p>Of forms of outputs and inputs {@link surety.solver.estimate.LinearisedNetwork}, {@link
 * surety.solver.estimate.MomentMatching} and {@link surety.solver.estimate.Sampling} estimate
 * means, covariances and cdfs; {@link surety.solver.estimate.Estimates} puts them beside each
 * other. They take a law apart into its components, and compute in plain doubles. {@link
 * surety.solver.estimate.SupportEstimate} lists likely activation patterns, and {@link
 * surety.solver.estimate.CdfEstimate} draws quick pictures from points that are spread evenly.
 */
package surety.solver.estimate;
