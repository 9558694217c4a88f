package surety.certificates.proof;

/**
 * A simplex that is not cut further.
 *
 * @param layer the first activation layer from which the cell carries affine bounds of its own
 */
public record SimplexLeaf(int layer) implements Rule {}
