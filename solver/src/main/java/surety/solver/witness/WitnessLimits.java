package surety.solver.witness;

import java.time.Duration;
import java.util.Objects;

/**
 * What a search for a witness may cost.
 *
 * @param total time for the whole search, over all cells
 * @param query time for one question to Z3
 * @param resources Z3's own count of steps for one question, the same on every machine
 * @param parts the largest number of parts that one cell is cut into
 * @param weights the largest number of weights, times the number of random inputs plus one, of a
 *     network whose bounds are computed and that is given to Z3: encoding takes time and memory
 *     beside the solving
 */
public record WitnessLimits(
    Duration total, Duration query, int resources, int parts, long weights) {
  /** Refuses limits that allow nothing. */
  public WitnessLimits {
    Objects.requireNonNull(total);
    Objects.requireNonNull(query);
    if (total.isNegative() || query.isNegative() || resources < 1 || parts < 1 || weights < 0) {
      throw new IllegalArgumentException(
          "Limits of a search must not be negative: %s, %s, %d, %d, %d"
              .formatted(total, query, resources, parts, weights));
    }
  }

  /** Two seconds in all. */
  public static WitnessLimits defaults() {
    return new WitnessLimits(
        Duration.ofSeconds(2), Duration.ofMillis(500), 100_000_000, 100_000, 1_000_000);
  }

  /** The same with another time for the whole search, and at most that for one question. */
  public WitnessLimits within(Duration time) {
    return new WitnessLimits(
        time, time.compareTo(query) < 0 ? time : query, resources, parts, weights);
  }
}
