package surety.solver;

/** Hears about a search about ten times a second, always from the thread that called it. */
@FunctionalInterface
public interface ProgressListener {
  /** Called in between two rounds of the search, so it should return soon. */
  void progressed(Progress progress);
}
