package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import surety.certificates.cell.Problem;
import surety.certificates.density.Normal;
import surety.certificates.density.NormalOfVariance;
import surety.certificates.moment.MomentMethod;
import surety.certificates.proof.ProofMethods;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

/**
 * Bounds that need no proof tree, and so no search: of moments and probabilities of networks whose
 * inputs are normal, or many and bounded, by a linearisation.
 */
final class WithoutTree {
  /** The most of the time that it may take, of which a search would have use. */
  private static final double PART = 0.2;

  /** With so many inputs cells do not become small soon. */
  private static final int MANY = 10;

  private WithoutTree() {}

  /**
   * The closer ones of these and those of each method that works for the problem.
   *
   * @param options how close bounds are wanted, and in which way
   */
  static Bounds orCloser(Task task, Bounds first, SearchOptions options, RunClock clock) {
    Bounds best = first;
    double end = clock.seconds() + PART * clock.left();
    clock.beginPass(() -> clock.seconds() >= end);
    for (MomentMethod method : methods(task, options.way())) {
      if (best.gap() > options.gap() && !best.isSettled(task.requirement())) {
        Optional<Bounds> bounds = bounds(task, method, clock);
        best = closer(best, bounds, task);
      }
    }
    clock.beginPass(Stop.NEVER);
    return best;
  }

  /**
   * Of what bends, and of inputs that are not normal, tangents say nothing that averages do not.
   * Few inputs of which little is known are left to a tree, which says more.
   */
  private static Set<MomentMethod> methods(Task task, ProofWay way) {
    if (way == ProofWay.TREE) {
      return EnumSet.noneOf(MomentMethod.class);
    }
    Problem problem = task.kernel().problem();
    Law law = problem.statement().law();
    if (isNormal(law)) {
      return problem.graph().isPiecewiseLinear()
          ? EnumSet.allOf(MomentMethod.class)
          : EnumSet.of(MomentMethod.BEST_ON_AVERAGE);
    }
    boolean isTried = way == ProofWay.LINEARISATION || law.inputs() >= MANY;
    return isTried ? EnumSet.of(MomentMethod.BEST_ON_AVERAGE) : EnumSet.noneOf(MomentMethod.class);
  }

  /** Whether all that is random is normal. */
  static boolean isNormal(Law law) {
    return law.branches().stream()
        .flatMap(branch -> branch.summands().stream())
        .flatMap(summand -> summand.coordinates().stream())
        .allMatch(d -> d instanceof Normal || d instanceof NormalOfVariance);
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
