/**
 * The distributions of random inputs: what may be stated about one ({@link
 * surety.certificates.density.Distribution}), and what the kernel knows about it ({@link
 * surety.certificates.density.Marginal}): polynomials that enclose the density, enclosures of
 * masses, and bounds of tails. No special function is trusted; all follows from Taylor's theorem,
 * and a normal's tail from a continued fraction, in interval arithmetic.
 */
package surety.certificates.density;
