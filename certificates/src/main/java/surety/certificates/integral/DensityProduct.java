package surety.certificates.integral;

import java.util.List;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.density.DensityPolynomial;

/**
 * A summand of the density over a box: independent coordinates with a weight.
 *
 * @param weight encloses the probability of the summand, not negative
 * @param polynomials one for each coordinate, that enclose its density on the box
 */
public record DensityProduct(ScaledInterval weight, List<DensityPolynomial> polynomials) {
  /** Keeps its own list. */
  public DensityProduct {
    polynomials = List.copyOf(polynomials);
  }
}
