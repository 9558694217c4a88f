/**
 * Enumerates the activation regions of a network: Z3 decides in exact rationals which sides of
 * which kinks have inner points, and its points and Farkas coefficients become the kernel's
 * witnesses.
 */
package surety.solver.region;
