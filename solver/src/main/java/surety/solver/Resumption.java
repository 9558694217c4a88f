package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import surety.certificates.rejection.RejectedException;
import surety.solver.search.Forest;
import surety.solver.search.OtherTreeException;
import surety.solver.search.Rounds;

/**
 * A search that goes on from the tree of an earlier one. The kernel has bounded that tree, so that
 * whatever happens there are bounds as close as its own.
 *
 * @param bounds the kernel's
 * @param seconds how long the kernel took
 */
record Resumption(Bounds bounds, double seconds) {
  /**
   * Has the kernel bound the tree that a search is to go on from.
   *
   * @return nothing if there is none, or one that the kernel does not accept; the reports say so
   * @throws surety.certificates.stop.StoppedException if there was no time for that: then nothing
   *     is known, rather than less than before
   */
  static Optional<Resumption> of(
      Task task, Optional<Beginning> beginning, RunClock clock, Reports reports) {
    if (beginning.isEmpty()) {
      return Optional.empty();
    }
    Beginning earlier = beginning.get();
    if (!earlier.truncations().equals(task.kernel().truncations())) {
      reports.beginsAnew("its inputs are cut off elsewhere than this version of Surety does it");
      return Optional.empty();
    }
    reports.begins("certifying what there is");
    double start = clock.seconds();
    KernelPass kernel = task.kernel().with(earlier.numbers());
    ByteArrayInputStream tree = new ByteArrayInputStream(earlier.tree());
    try {
      Bounds bounds = Bounds.of(kernel, kernel.boundsOfAny(tree), earlier.tree());
      return Optional.of(new Resumption(bounds, clock.seconds() - start));
    } catch (RejectedException e) {
      reports.beginsAnew(e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The search, in which the leaves of the tree are open again.
   *
   * @param densityGap what enclosing the densities may cost of the gap
   * @return nothing if no search makes such a tree; the reports say so, and the bounds hold
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  Optional<Forest> search(Task task, double densityGap, Rounds rounds, Reports reports) {
    if (!bounds.hasTree()) {
      reports.beginsAnew("its bounds were found without a search");
      return Optional.empty();
    }
    reports.begins("reading the earlier search");
    try {
      return Optional.of(
          Forest.of(task.branches(), task.objective(), densityGap, rounds, bounds.tree()));
    } catch (OtherTreeException e) {
      reports.beginsAnew(e.getMessage());
      return Optional.empty();
    }
  }
}
