/**
 * What callers see of the search: a statement and a network go in, guaranteed bounds and a
 * certificate come out. The search itself is untrusted: it proposes a proof tree, and every bound
 * in a {@link surety.solver.Result} was computed by the kernel from that tree.
 */
package surety.solver;
