/**
 * The attack on the kernel: valid certificates of small problems are spoiled in all ways that one
 * can think of, and given to the kernel again. The statement comes from the checker, so what is
 * accepted is a fault only if its bounds are false; whether they are is decided by {@link
 * surety.certificates.attack.Oracle}, which knows the problems' exact values and shares nothing
 * with the kernel but fractions and the reading of statements.
 */
package surety.certificates.attack;
