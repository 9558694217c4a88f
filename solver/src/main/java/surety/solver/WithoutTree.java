package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import surety.certificates.moment.MomentMethod;
import surety.certificates.network.Network;
import surety.certificates.proof.ProofMethods;
import surety.certificates.rejection.RejectedException;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

/**
 * Bounds that need no proof tree, and so no search: of moments and probabilities of networks whose
 * inputs are normal, by a linearisation.
 */
final class WithoutTree {
  /** The most of the time that it may take, of which a search would have use. */
  private static final double PART = 0.2;

  private WithoutTree() {}

  /**
   * The closer ones of these and those of each method that works for the problem.
   *
   * @param wanted closer bounds than that are not looked for
   */
  static Bounds orCloser(Task task, Bounds first, double wanted, RunClock clock) {
    Bounds best = first;
    double end = clock.seconds() + PART * clock.left();
    clock.beginPass(() -> clock.seconds() >= end);
    for (MomentMethod method : methods(task.kernel().problem().graph())) {
      if (best.gap() > wanted && !best.isSettled(task.requirement())) {
        Optional<Bounds> bounds = bounds(task, method, clock);
        best = closer(best, bounds, task);
      }
    }
    clock.beginPass(Stop.NEVER);
    return best;
  }

  /** Of what bends tangents say nothing that averages do not. */
  private static Set<MomentMethod> methods(Network network) {
    return network.isPiecewiseLinear()
        ? EnumSet.allOf(MomentMethod.class)
        : EnumSet.of(MomentMethod.BEST_ON_AVERAGE);
  }

  private static Bounds closer(Bounds best, Optional<Bounds> found, Task task) {
    return found.filter(b -> b.gap() < best.gap() || b.isSettled(task.requirement())).orElse(best);
  }

  private static Optional<Bounds> bounds(Task task, MomentMethod method, RunClock clock) {
    byte[] proof = new ProofMethods(Set.of(method), false).code();
    try {
      method.requireSuitable(task.kernel().problem());
      KernelPass kernel = task.kernelFor(proof, clock.stop());
      return Optional.of(
          Bounds.of(kernel, kernel.boundsOfAny(new ByteArrayInputStream(proof)), proof));
    } catch (RejectedException | StoppedException e) {
      return Optional.empty(); // not for this law or network, or no time for it
    }
  }
}
