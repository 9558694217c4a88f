package surety.solver;

import java.util.List;

/** Tells a listener how far a run has come, now and then. */
final class Reports {
  private static final double SECONDS_BETWEEN = 0.1;

  private final RunClock clock;
  private final ProgressListener listener;
  private Progress last = new Progress("preparing", Double.POSITIVE_INFINITY, 0, 0, 0, 1);

  Reports(RunClock clock, ProgressListener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  /** Whether the listener has waited long enough. */
  boolean isDue() {
    return clock.seconds() >= last.seconds() + SECONDS_BETWEEN;
  }

  /** Tells of the search. */
  void searching(double gap, long cells, double lower, double upper, List<BandPoint> band) {
    tell(new Progress("searching", gap, cells, clock.seconds(), lower, upper, band));
  }

  /** Something else begins, which may take long; nothing more is known than what was told last. */
  void begins(String task) {
    tell(
        new Progress(
            task,
            last.gap(),
            last.cells(),
            clock.seconds(),
            last.lower(),
            last.upper(),
            last.band()));
  }

  /** The search cannot go on from the tree that it was given. */
  void beginsAnew(String reason) {
    listener.beginsAnew(reason);
  }

  private void tell(Progress progress) {
    last = progress;
    listener.progressed(progress);
  }
}
