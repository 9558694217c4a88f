package surety.solver;

import java.time.Duration;
import surety.solver.search.Forest;
import surety.solver.witness.Finding;
import surety.solver.witness.WitnessLimits;
import surety.solver.witness.WitnessSearch;

/**
 * The search for an input for which the event happens, over the cells of the finished tree: they
 * are finest where the event begins.
 */
final class WitnessPass {
  private WitnessPass() {}

  /**
   * What there is; nothing is looked for when the check is over, nor if the event is one of outputs
   * that depend on how they are computed.
   *
   * @param clock of the whole check, so that this does not take longer
   * @param most what it may cost
   */
  static Finding find(
      Task task, Bounds bounds, RunClock clock, Reports reports, WitnessLimits most) {
    if (!task.statement().semantics().isReal()) {
      return new Finding.Unknown("a witness is an input over the reals");
    }
    if (clock.isOver()) {
      return new Finding.Unknown("there was no time to look for a witness");
    }
    reports.begins("looking for a witness");
    Duration left = Duration.ofMillis((long) Math.min(Integer.MAX_VALUE, 1000 * clock.left()));
    WitnessLimits limits = left.compareTo(most.total()) < 0 ? most.within(left) : most;
    byte[] tree = bounds.hasTree() ? bounds.tree() : Forest.singleLeaves(task.branches().size());
    return WitnessSearch.find(task.kernel().problem(), tree, limits, clock::isOver);
  }
}
