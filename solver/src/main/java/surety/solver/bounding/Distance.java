package surety.solver.bounding;

/**
 * How far an upper network is above a lower one over their box, for one output.
 *
 * @param bound a guaranteed upper bound of the largest distance
 * @param largest the largest distance found: an estimate, from below
 * @param mean the mean over the box: an estimate
 */
public record Distance(double bound, double largest, double mean) {}
