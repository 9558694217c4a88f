package surety.report;

import java.util.Objects;

/**
 * Where a run took place, as far as it may matter to whoever repeats it.
 *
 * @param java the version of the Java runtime
 * @param vendor of the runtime
 * @param system the operating system with its version and architecture
 * @param processors how many the runtime could use
 */
public record Machine(String java, String vendor, String system, int processors) {
  /** Refuses missing parts. */
  public Machine {
    Objects.requireNonNull(java);
    Objects.requireNonNull(vendor);
    Objects.requireNonNull(system);
    if (processors < 1) {
      throw new IllegalArgumentException("no machine has " + processors + " processors");
    }
  }

  /** The one that this process runs on. */
  public static Machine current() {
    return new Machine(
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }
}
