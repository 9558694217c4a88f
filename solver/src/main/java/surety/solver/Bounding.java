package surety.solver;

/**
 * How the search cuts cells for neurons that bend. Whatever it does, the kernel computes its own
 * bounds on the cells that come out of it.
 */
public sealed interface Bounding {

  /** Halves cells where the bounds of the moment are loosest, for as long as that pays. */
  record Adaptive() implements Bounding {}

  /**
   * Cuts cells at the breakpoints of bounding networks (Kofnov, Kapla, Bartocci and Bura, section
   * 3.2), and no further: on each cell every activation is within one segment.
   *
   * @param segments of each curved section, at least 1
   */
  record ReluNetworks(int segments) implements Bounding {
    /** Refuses less than one segment. */
    public ReluNetworks {
      if (segments < 1) {
        throw new IllegalArgumentException(
            "bounding networks need at least one segment, not " + segments);
      }
    }
  }
}
