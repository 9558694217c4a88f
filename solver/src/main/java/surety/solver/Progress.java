package surety.solver;

/**
 * A glimpse of a running search, in plain doubles and without guarantee.
 *
 * @param task what is going on, in a word or two
 * @param gap largest distance between the bounds, as far as known; infinite before the first test
 * @param cells number of cells so far
 * @param seconds since the start
 * @param lower lower bound of a single probability; of a band, 0
 * @param upper upper bound of a single probability; of a band, 1
 */
public record Progress(
    String task, double gap, long cells, double seconds, double lower, double upper) {}
