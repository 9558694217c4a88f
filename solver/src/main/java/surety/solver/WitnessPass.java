package surety.solver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import surety.certificates.network.Network;
import surety.certificates.proof.ProofException;
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
   * What there is; nothing is looked for if the check has no time at all.
   *
   * @param timeout of the whole check, so that this does not take longer
   * @param most what it may cost
   */
  static Finding find(
      Task task,
      Network network,
      Bounds bounds,
      Watch watch,
      Duration timeout,
      WitnessLimits most) {
    WitnessLimits limits = timeout.compareTo(most.total()) < 0 ? most.within(timeout) : most;
    LeafSource leaves =
        ProofLeaves.source(
            task.statement().inputs(),
            task.kernel().truncations(),
            () -> new ByteArrayInputStream(bounds.tree()));
    try {
      return WitnessSearch.find(task.statement(), network, leaves, limits, watch::isCancelled);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to read", e);
    } catch (ProofException e) {
      throw new IllegalStateException("the tree that the kernel accepted cannot be read", e);
    }
  }
}
