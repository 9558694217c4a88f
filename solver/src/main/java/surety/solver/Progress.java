package surety.solver;

import java.util.List;

/**
 * A glimpse of a running search, in plain doubles and without guarantee.
 *
 * @param task what is going on, in a word or two
 * @param gap largest distance between the bounds, as far as known; infinite before the first test
 * @param cells number of cells so far
 * @param seconds since the start
 * @param lower lower bound of a single probability; of a band, 0
 * @param upper upper bound of a single probability; of a band, 1
 * @param band of a band, the kernel's bounds so far, if the search was asked for glimpses: these
 *     are guaranteed. Else empty
 */
public record Progress(
    String task,
    double gap,
    long cells,
    double seconds,
    double lower,
    double upper,
    List<BandPoint> band) {
  /** Takes a copy. */
  public Progress {
    band = List.copyOf(band);
  }

  /** The same some time later: nothing more is known. */
  public Progress at(double laterSeconds) {
    return new Progress(task, gap, cells, laterSeconds, lower, upper, band);
  }

  /** Without a band. */
  public Progress(String task, double gap, long cells, double seconds, double lower, double upper) {
    this(task, gap, cells, seconds, lower, upper, List.of());
  }
}
