package surety.solver;

import surety.certificates.stop.StoppedException;
import surety.solver.search.Forest;

/**
 * Hands over the tree of a search now and then, so that little is lost if the process dies: seldom
 * enough that this costs little, however long it takes.
 */
final class TreeKeeper {
  /** What takes less time is soon done again. */
  private static final double SECONDS_BETWEEN = 10;

  /** At least so many times as long as it took there is to be between two times. */
  private static final double RARE = 50;

  private final Task task;
  private final RunClock clock;
  private final ProgressListener listener;
  private double due = SECONDS_BETWEEN;

  TreeKeeper(Task task, RunClock clock, ProgressListener listener) {
    this.task = task;
    this.clock = clock;
    this.listener = listener;
  }

  /** Hands over the tree as it is, if that is wanted by now. */
  void look(Forest search) {
    double begin = clock.seconds();
    if (begin < due || !listener.isKeeping()) {
      return;
    }
    try {
      byte[] tree = search.tree(clock.stop());
      listener.keep(task.kernel().certificate(tree));
    } catch (StoppedException e) {
      return; // the run is over, and has its certificate
    }
    double end = clock.seconds();
    due = end + Math.max(SECONDS_BETWEEN, RARE * (end - begin));
  }
}
