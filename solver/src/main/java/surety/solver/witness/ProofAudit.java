package surety.solver.witness;

import com.microsoft.z3.Status;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import surety.certificates.bounds.BoxForms;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Problem;
import surety.certificates.cell.SimplexCell;
import surety.certificates.network.Network;
import surety.certificates.proof.SimplexLeaf;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Header;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

/**
 * Proves sampled leaves of a certificate anew, over the exact rationals: nowhere in the leaf's cell
 * is the output form outside of the affine bounds that the kernel computes for it. A second opinion
 * on the kernel's own arithmetic, by Z3.
 */
public final class ProofAudit {
  /** With more open signs a question takes Z3 too long. */
  private static final int MOST_OPEN_SIGNS = 10;

  private final Problem problem;
  private final Set<Long> wanted;
  private final Stop stop;
  private long leaf;
  private int proved;
  private int tooHard;
  private final List<Long> wrong = new ArrayList<>();

  private ProofAudit(Problem problem, Set<Long> wanted, Stop stop) {
    this.problem = problem;
    this.wanted = wanted;
    this.stop = stop;
  }

  /**
   * What Z3 says.
   *
   * @param proved leaves whose bounds hold
   * @param tooHard leaves that it could not decide
   * @param wrong numbers of leaves whose bounds do not hold, which should never be
   */
  public record Outcome(int proved, int tooHard, List<Long> wrong) {
    /** Keeps its own list. */
    public Outcome {
      wrong = List.copyOf(wrong);
    }
  }

  /**
   * Audits.
   *
   * @param certificate of that statement and network, which the kernel accepts
   * @param leaves of its tree
   * @param samples how many leaves to ask about, always the same ones
   * @param stop once it is wanted, this ends with what it has
   * @throws IllegalArgumentException if the network is not piecewise linear, or the certificate is
   *     not one of the statement
   */
  public static Outcome run(
      Statement statement,
      List<Network> networks,
      byte[] certificate,
      long leaves,
      int samples,
      Stop stop) {
    networks.forEach(ProofAudit::requirePiecewiseLinear);
    try (InputStream in = new BufferedInputStream(new ByteArrayInputStream(certificate))) {
      Header header = Header.read(in);
      Problem problem = Problem.of(statement, networks, header.truncations(), stop);
      ProofAudit audit = new ProofAudit(problem, sample(leaves, samples), stop);
      audit.walkUntilStopped(in);
      return new Outcome(audit.proved, audit.tooHard, audit.wrong);
    } catch (StoppedException e) {
      return new Outcome(0, 0, List.of()); // before the first leaf
    } catch (IOException | RejectedException e) {
      throw new IllegalArgumentException("the certificate cannot be walked: " + e.getMessage(), e);
    }
  }

  private static void requirePiecewiseLinear(Network network) {
    network
        .activations()
        .flatMap(layer -> layer.activations().stream())
        .filter(activation -> !activation.isPiecewiseLinear())
        .findFirst()
        .ifPresent(
            activation -> {
              throw new IllegalArgumentException(
                  "Z3 decides piecewise linear networks only, and this one has "
                      + activation.name());
            });
  }

  private static Set<Long> sample(long leaves, int samples) {
    Set<Long> sample = new TreeSet<>();
    SplittableRandom random = new SplittableRandom(leaves);
    while (sample.size() < Math.min(leaves, samples)) {
      sample.add(random.nextLong(leaves));
    }
    return sample;
  }

  private void walkUntilStopped(InputStream trees) throws IOException, RejectedException {
    try {
      for (int branch = 0; branch < problem.branches().size() && !wanted.isEmpty(); branch++) {
        walk(ExactProblem.of(problem, branch), trees);
      }
    } catch (StoppedException e) {
      wanted.clear(); // nobody wants the rest
    }
  }

  private void walk(ExactProblem branch, InputStream trees) throws IOException, RejectedException {
    ProofLeaves leaves = new ProofLeaves(branch.root(), trees);
    List<LeafOracle> oracles =
        IntStream.range(0, problem.forms().size())
            .mapToObj(form -> new LeafOracle(branch, form, stop))
            .toList();
    for (; leaves.hasNext() && !wanted.isEmpty(); leaf++) {
      stop.check();
      Leaf next = leaves.next();
      if (wanted.remove(leaf)) {
        audit(next, oracles);
      }
    }
  }

  /** A leaf is wrong if the bounds of any form are, and proved if those of all are right. */
  private void audit(Leaf next, List<LeafOracle> oracles) {
    Set<Status> found = EnumSet.noneOf(Status.class);
    for (int form = 0; form < oracles.size(); form++) {
      found.add(violation(next, oracles.get(form), form));
    }
    if (found.contains(Status.SATISFIABLE)) {
      wrong.add(leaf);
    } else if (found.contains(Status.UNKNOWN)) {
      tooHard++;
    } else {
      proved++;
    }
  }

  private static Status violation(Leaf leaf, LeafOracle oracle, int form) {
    if (oracle.openSigns(leaf.cell()) > MOST_OPEN_SIGNS) {
      return Status.UNKNOWN;
    }
    if (leaf.cell() instanceof SimplexCell simplex
        && leaf.rule() instanceof SimplexLeaf simplexLeaf) {
      SimplexBounds bounds = simplex.bounds(simplexLeaf.layer());
      return oracle.violation(simplex, bounds.lower(form), bounds.upper(form));
    }
    if (leaf.cell() instanceof BoxCell box) {
      BoxForms bounds = box.bounds();
      return oracle.violation(box, bounds.lower(form), bounds.upper(form));
    }
    return Status.UNKNOWN;
  }
}
