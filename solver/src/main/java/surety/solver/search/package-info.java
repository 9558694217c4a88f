/**
 * The search for proof trees: best-first refinement of simplices or boxes, in plain doubles. It
 * proposes; nothing here needs to be believed.
 */
package surety.solver.search;
