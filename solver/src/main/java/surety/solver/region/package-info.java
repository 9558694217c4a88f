/**
 * Enumerates the activation regions of a network: the vertices of a polytope decide in exact
 * rationals which sides of neurons' kinks have inner points in it, with Z3 where they do not tell
 * why one has none. What it finds is a tree that the kernel checks.
 */
package surety.solver.region;
