/**
 * Witnesses: exact inputs for which an event happens, and proofs that there are none.
 *
 * <p>An input is looked for in the kernel's cells, as JTS does geometry: a cheap filter first, the
 * exact method behind it. The filter is plain evaluation at a few points and the kernel's bounds of
 * a cell ({@link surety.solver.witness.CellValues}); the exact method is Z3 over the polytopes of
 * the network's encoding ({@link surety.solver.witness.NetworkEncoding}), in rational arithmetic. A
 * cell's ends and vertices may be known by enclosures: the encoding is of all of them ({@link
 * surety.solver.witness.CellEncoding}). A witness is never believed because Z3 or a double said so:
 * it is evaluated through the network and compared with the event in exact rationals ({@link
 * surety.solver.witness.WitnessCheck}), so that anybody can do the same. That there is none is
 * believed of Z3's unsat and of the kernel's bounds; it is a remark of the report and never a part
 * of a certificate.
 */
package surety.solver.witness;
