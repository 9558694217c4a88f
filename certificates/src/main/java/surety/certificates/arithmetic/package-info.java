/**
 * Exact and directed arithmetic: intervals of doubles that always contain the exact result, exact
 * rationals, and exact sums. Everything the kernel claims rests on this package; none of it uses a
 * tolerance.
 */
package surety.certificates.arithmetic;
