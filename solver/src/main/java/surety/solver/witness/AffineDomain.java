package surety.solver.witness;

import surety.certificates.arithmetic.Interval;

/**
 * How an affine function over a cell is written as numbers: its values at the vertices of a simplex
 * ({@link VertexDomain}), or its coefficients over a box ({@link ParameterDomain}). The arithmetic
 * of a leaf in the kernel, here with plain outward intervals and for exact cells.
 */
interface AffineDomain {
  /** The domain of a cell. */
  static AffineDomain of(ExactCell cell) {
    return cell instanceof ExactSimplex simplex
        ? new VertexDomain(simplex)
        : new ParameterDomain((ExactBox) cell);
  }

  /** The numbers of one function. */
  int size();

  /** The value of one random input. */
  AffineEnclosure coordinate(int index);

  /** The function that has one value everywhere. */
  AffineEnclosure constant(Interval value);

  /** Contains every value of the function in the cell. */
  Interval range(AffineEnclosure function);

  /** An affine function that is nowhere below {@code max(function, 0)}. */
  AffineEnclosure positivePartAbove(AffineEnclosure function);

  /**
   * An affine function that is nowhere above {@code max(function, 0)}: the function itself or zero,
   * both of which are; whichever leaves the smaller gap at its ends.
   */
  default AffineEnclosure positivePartBelow(AffineEnclosure function) {
    Interval range = range(function);
    return range.upper() > -range.lower() ? function : AffineEnclosure.zero(size());
  }
}
