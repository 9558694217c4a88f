/**
 * Numbers of any precision with proven errors, for moments of loops: complex balls in fixed point,
 * the few functions that are computed with them, and exponents that are known exactly. Nothing here
 * knows of a loop.
 */
package surety.certificates.precise;
