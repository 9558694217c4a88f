package surety.certificates.bounds;

/**
 * An affine form of coordinates z and of the values h_k of a {@link CondensedNetwork}'s neurons,
 * known up to an error: on a box it differs from {@code terms[n] + sum_q terms[q] z_q + sum_k
 * terms[n + 1 + k] h_k} by at most {@code error}, n being the number of coordinates. One array, so
 * that inner loops have all of it in a row.
 *
 * @param terms at least n + 1; it does not depend on neurons beyond them
 * @param error at least 0; infinite or NaN if nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops
public record CondensedRow(double[] terms, double error) {}
