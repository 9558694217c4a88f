/** What all who ask Z3 need. */
package surety.solver.z3;
