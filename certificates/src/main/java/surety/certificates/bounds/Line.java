package surety.certificates.bounds;

/**
 * The line {@code slope x + intercept}, with exactly these doubles.
 *
 * @param slope finite
 * @param intercept infinite if nothing is known
 */
public record Line(double slope, double intercept) {}
