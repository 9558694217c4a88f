package surety.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Statement;
import surety.language.verification.Search;
import surety.solver.Beginning;
import surety.solver.Checker;
import surety.solver.ProgressListener;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.StopReason;

/**
 * The solver in short steps, each of which goes on from the one before and is kept: so that there
 * is something to lose all the time, and not only every ten seconds.
 */
record GrowingSearch(long cells, int steps) implements Search {
  @Override
  public Result run(
      Statement statement,
      List<Network> networks,
      SearchOptions options,
      ProgressListener listener,
      BooleanSupplier cancelled) {
    SearchOptions next = options.withMaxCells(cells);
    Result result = Checker.check(statement, networks, next, listener, cancelled);
    for (int step = 2; step <= steps && result.reason() == StopReason.CELL_LIMIT; step++) {
      if (listener.isKeeping()) {
        listener.keep(result.certificate());
      }
      next = options.withMaxCells(step * cells).withBeginning(Optional.of(beginning(result)));
      result = Checker.check(statement, networks, next, listener, cancelled);
    }
    return result;
  }

  private static Beginning beginning(Result result) {
    try {
      return Beginning.of(result.statement(), result.certificate());
    } catch (RejectedException e) {
      throw new IllegalStateException("a certificate of our own is refused", e);
    }
  }
}
