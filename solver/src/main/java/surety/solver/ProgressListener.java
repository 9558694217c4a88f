package surety.solver;

/** Hears about a search about ten times a second, always from the thread that called it. */
@FunctionalInterface
public interface ProgressListener {
  /** Called in between two rounds of the search, so it should return soon. */
  void progressed(Progress progress);

  /** Whether the tree of a search that takes long is to be kept now and then. */
  default boolean isKeeping() {
    return false;
  }

  /**
   * The tree as it is now, for a later search to go on from. Called seldom enough that it costs
   * little of the time, as long as it takes about as long each time.
   *
   * @param certificate a complete one, whose bounds say nothing: the kernel has not seen this tree
   */
  default void keep(byte[] certificate) {}

  /**
   * The search begins anew, for it cannot go on from the tree that it was given.
   *
   * @param reason for the end of a sentence
   */
  default void beginsAnew(String reason) {}
}
