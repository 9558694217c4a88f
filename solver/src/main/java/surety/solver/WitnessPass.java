package surety.solver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.solver.witness.Finding;
import surety.solver.witness.LeafSource;
import surety.solver.witness.ProofLeaves;
import surety.solver.witness.WitnessLimits;
import surety.solver.witness.WitnessSearch;

/**
 * The search for an input for which the event happens, over the cells of the finished tree: they
 * are finest where the event begins.
 */
final class WitnessPass {
  private WitnessPass() {}

  /**
   * What there is; nothing is looked for when the check is over.
   *
   * @param clock of the whole check, so that this does not take longer
   * @param most what it may cost
   */
  static Finding find(
      Task task,
      List<Network> networks,
      Bounds bounds,
      RunClock clock,
      Reports reports,
      WitnessLimits most) {
    if (clock.isOver()) {
      return new Finding.Unknown("there was no time to look for a witness");
    }
    reports.begins("looking for a witness");
    Duration left = Duration.ofMillis((long) Math.min(Integer.MAX_VALUE, 1000 * clock.left()));
    WitnessLimits limits = left.compareTo(most.total()) < 0 ? most.within(left) : most;
    LeafSource leaves =
        task.statement()
            .law()
            .independentInputs()
            .map(
                inputs ->
                    ProofLeaves.source(
                        inputs,
                        task.kernel().truncations(),
                        () -> new ByteArrayInputStream(bounds.tree())))
            .orElse(LeafSource.NONE);
    try {
      return WitnessSearch.find(task.statement(), networks, leaves, limits, clock::isOver);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to read", e);
    } catch (RejectedException e) {
      throw new IllegalStateException("the tree that the kernel accepted cannot be read", e);
    }
  }
}
