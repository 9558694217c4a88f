package surety.certificates.cell;

/**
 * Where an unbounded coordinate is cut off; what lies outside is bounded by its tails.
 *
 * @param lower used if the domain has no lower end
 * @param upper used if the domain has no upper end
 */
public record Truncation(double lower, double upper) {}
