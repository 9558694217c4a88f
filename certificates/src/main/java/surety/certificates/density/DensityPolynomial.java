package surety.certificates.density;

/**
 * A polynomial that encloses a density on an interval: for every z in it, {@code |density(z)
 * 2^-scale - sum_k coefficients[k] (z - centre)^k| <= remainder}, where the sum is the exact one
 * over the reals.
 *
 * @param centre about the middle of the interval
 * @param coefficients by ascending power, and the last ones may be 0; shared, not to be changed
 * @param remainder at least 0; it contains the truncation of the series and all rounding
 * @param scale 0 unless the density is far from 1
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops; a copy on each access costs more
public record DensityPolynomial(
    double centre, double[] coefficients, double remainder, int scale) {}
