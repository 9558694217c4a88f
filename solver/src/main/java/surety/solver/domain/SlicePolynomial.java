package surety.solver.domain;

/**
 * The polynomial that the kernel encloses a density with on a slice.
 *
 * @param coefficients in powers of {@code z - centre}, of the density times {@code 2^-scale}
 * @param relativeError the width of the enclosure, integrated, relative to the slice's probability
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
public record SlicePolynomial(
    double centre, double[] coefficients, int scale, double relativeError) {

  /** The degree. */
  public int degree() {
    return Math.max(0, coefficients.length - 1);
  }

  /** The density times {@code 2^-scale}. */
  public double at(double z) {
    double x = z - centre;
    double value = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      value = value * x + coefficients[k];
    }
    return value;
  }
}
