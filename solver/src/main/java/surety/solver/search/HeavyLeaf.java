package surety.solver.search;

/**
 * A leaf with a share of a probability, in standard coordinates and plain doubles.
 *
 * @param lower ends of the smallest box around it, one for each coordinate
 * @param upper ends of the smallest box around it
 * @param mass of its part that counts, in units of the search
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HeavyLeaf(double[] lower, double[] upper, double mass) {}
