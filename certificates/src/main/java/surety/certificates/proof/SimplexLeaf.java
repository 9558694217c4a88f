package surety.certificates.proof;

/**
 * A simplex that is not cut further.
 *
 * @param layer the first activation layer from which the cell carries affine bounds of its own
 * @param degree of the form with which the density is integrated over parts of the cell, at most
 */
public record SimplexLeaf(int layer, int degree) implements Rule {
  /** The degree that says: the density's own, whatever it is. */
  public static final int FULL_DEGREE = 0xFF;

  @Override
  public long parts(int dimension) {
    return 0;
  }
}
