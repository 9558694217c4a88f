/**
 * Witnesses: exact inputs for which an event happens, and proofs that there are none.
 *
 * <p>An input is looked for in convex cells, as JTS does geometry: a cheap filter first, the exact
 * method behind it. The filter is plain evaluation at a few points and the affine bounds of {@link
 * surety.solver.witness.CellBounds}; the exact method is Z3 over the polytopes of the network's
 * encoding ({@link surety.solver.witness.NetworkEncoding}), in rational arithmetic. A witness is
 * never believed because Z3 or a double said so: it is evaluated through the network and compared
 * with the event in exact rationals ({@link surety.solver.witness.WitnessCheck}), so that anybody
 * can do the same. That there is none is believed of Z3's unsat and of outward-rounded bounds; it
 * is a remark of the report and never a part of a certificate.
 */
package surety.solver.witness;
