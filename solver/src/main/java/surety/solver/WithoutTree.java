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
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Law;
import surety.certificates.statement.Statement;
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
    double part = options.way() == ProofWay.LINEARISATION ? 1 : PART;
    double end = clock.seconds() + part * clock.left();
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
   */
  private static Set<MomentMethod> methods(Task task, ProofWay way) {
    Problem problem = task.kernel().problem();
    if (!isWorthTrying(problem.statement(), way)) {
      return EnumSet.noneOf(MomentMethod.class);
    }
    return isNormal(problem.statement().law()) && problem.graph().isPiecewiseLinear()
        ? EnumSet.allOf(MomentMethod.class)
        : EnumSet.of(MomentMethod.BEST_ON_AVERAGE);
  }

  /**
   * Few inputs are left to a tree where it says more: where little is known of the law, or of how
   * several outputs depend on each other.
   */
  private static boolean isWorthTrying(Statement statement, ProofWay way) {
    return switch (way) {
      case TREE -> false;
      case LINEARISATION -> true;
      case ANY ->
          statement.law().inputs() >= MANY
              || (isNormal(statement.law()) && !isJoint(statement.claim()));
    };
  }

  private static boolean isJoint(Claim claim) {
    return claim instanceof BandClaim band && band.forms().size() > 1;
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
