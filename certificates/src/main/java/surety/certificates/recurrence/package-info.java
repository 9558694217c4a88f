/**
 * Means of a loop's variables, from its text alone: what a mean after a statement is before it,
 * iteration by iteration, back to the start. Polynomials, exponentials, sines and cosines of
 * variables are sums of terms {@code c v^a exp(z v)}, and every statement makes such a sum of such
 * a sum.
 */
package surety.certificates.recurrence;
