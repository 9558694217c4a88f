package surety.solver;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import surety.certificates.network.Network;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.Statement;
import surety.solver.search.Forest;
import surety.solver.search.Rounds;
import surety.solver.witness.WitnessLimits;

/**
 * Checks statements: searches for a proof tree, has the kernel compute its bounds; or derives those
 * of a loop.
 */
public final class Checker {
  private Checker() {}

  /**
   * Searches until the verdict is settled, the gap reached, or the time or the patience at an end.
   *
   * @param cancelled asked often; once it answers true the search ends at once, with the bounds
   *     that were certified last
   * @throws surety.certificates.stop.StoppedException if it was cancelled, or its time was up,
   *     before anything could be certified
   * @throws UnsuitableException if it cannot be searched for
   * @throws IllegalArgumentException if statement and networks do not fit together
   */
  public static Result check(
      Statement statement,
      List<Network> networks,
      SearchOptions options,
      ProgressListener listener,
      BooleanSupplier cancelled) {
    return check(statement, networks, options, WitnessLimits.defaults(), listener, cancelled);
  }

  /** The same with other limits of the search for a witness. */
  static Result check(
      Statement statement,
      List<Network> networks,
      SearchOptions options,
      WitnessLimits limits,
      ProgressListener listener,
      BooleanSupplier cancelled) {
    RunClock clock = new RunClock(options.timeout(), cancelled);
    if (statement.claim() instanceof LoopClaim) {
      return LoopCheck.run(statement, options, clock, listener);
    }
    Reports reports = new Reports(clock, listener);
    Task task = Task.of(statement, networks, options, clock);
    Results results = new Results(task, options, clock, reports, limits);
    try (Rounds rounds = new Rounds(options.threads(), clock.stopOfSearch())) {
      Bounds leaves = Bounds.of(task.kernel(), Forest.singleLeaves(task.branches().size()));
      Bounds first = WithoutTree.orCloser(task, leaves, options, clock);
      Optional<Resumption> resumption = Resumption.of(task, options.beginning(), clock, reports);
      TreeKeeper keeper = new TreeKeeper(task, clock, listener);
      clock.enter(RunClock.Phase.SEARCH);
      return new Check(task, options, clock, reports, rounds, keeper, first, resumption, results)
          .run();
    }
  }
}
