package surety.solver.witness;

import com.microsoft.z3.Status;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.BranchDomain;
import surety.certificates.cell.Cell;
import surety.certificates.cell.Problem;
import surety.certificates.cell.SimplexCell;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.proof.BoxSplit;
import surety.certificates.proof.EdgeSplit;
import surety.certificates.proof.KnotSplit;
import surety.certificates.proof.ProofReader;
import surety.certificates.proof.Rule;
import surety.certificates.proof.SimplexLeaf;
import surety.certificates.proof.Triangulation;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Header;
import surety.certificates.statement.Law;
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
      audit.walkUntilStopped(new ProofReader(in), header.truncations());
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

  /** A cell as the kernel has it, by enclosures, and exactly. */
  private record Both(Cell kernel, TreeCell exact) {}

  private void walkUntilStopped(ProofReader trees, List<Truncation> truncations)
      throws IOException, RejectedException {
    try {
      int first = 0;
      List<Law.Branch> branches = problem.statement().law().branches();
      for (int b = 0; b < branches.size() && !wanted.isEmpty(); b++) {
        int end = first + branches.get(b).dimension();
        Tree tree = new Tree(problem.branches().get(b), branches.get(b));
        walk(tree, trees, tree.root(truncations.subList(first, end)));
        first = end;
      }
    } catch (StoppedException e) {
      wanted.clear(); // nobody wants the rest
    }
  }

  /** What the leaves of one branch share. */
  private final class Tree {
    private final BranchDomain kernel;
    private final Law.Branch branch;
    private final List<RandomCoordinate> coordinates;
    private Optional<List<LeafOracle>> oracles = Optional.empty();

    Tree(BranchDomain kernel, Law.Branch branch) {
      this.kernel = kernel;
      this.branch = branch;
      this.coordinates = RandomCoordinate.of(branch);
    }

    Both root(List<Truncation> truncations) throws RejectedException {
      List<Range> ranges = new ArrayList<>();
      for (int q = 0; q < coordinates.size(); q++) {
        Truncation ends = truncations.get(q);
        ranges.add(coordinates.get(q).truncatedTo(ends.lower(), ends.upper()));
      }
      return new Both(kernel.root(), TreeCell.root(new ExactBox(ranges), (lower, upper) -> 1));
    }

    /** One for each form; made when the first leaf is asked about. */
    List<LeafOracle> oracles() {
      if (oracles.isEmpty()) {
        InputSpace space = InputSpace.of(branch);
        oracles =
            Optional.of(
                problem.forms().stream()
                    .map(form -> LeafOracle.of(problem.graph(), form, space, stop))
                    .toList());
      }
      return oracles.get();
    }
  }

  private void walk(Tree tree, ProofReader reader, Both root)
      throws IOException, RejectedException {
    Deque<Both> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty() && !wanted.isEmpty()) {
      stop.check();
      Both cell = open.pop();
      Rule rule = reader.next(tree.coordinates.size());
      List<Both> parts = parts(tree, rule, cell);
      for (int i = parts.size() - 1; i >= 0; i--) {
        open.push(parts.get(i));
      }
      if (parts.isEmpty()) {
        if (wanted.remove(leaf)) {
          audit(tree, rule, cell);
        }
        leaf++;
      }
    }
  }

  private static List<Both> parts(Tree tree, Rule rule, Both cell) throws RejectedException {
    if (rule instanceof EdgeSplit split) {
      return pairs(
          ((SimplexCell) cell.kernel).cut(split.i(), split.j(), split.ratio()),
          cell.exact.cutEdge(split.i(), split.j(), split.ratio()));
    }
    if (rule instanceof BoxSplit split) {
      Rational value = Rational.ofDouble(split.value());
      return pairs(
          ((BoxCell) cell.kernel).cut(split.coordinate(), split.value()),
          cell.exact.cutBox(
              split.coordinate(), tree.coordinates.get(split.coordinate()).input(value)));
    }
    if (rule instanceof KnotSplit split) {
      return pairs(
          ((BoxCell) cell.kernel).cutAtKnot(split.coordinate(), split.knot()),
          cell.exact.cutBox(
              split.coordinate(),
              tree.coordinates.get(split.coordinate()).knots().get(split.knot())));
    }
    if (rule instanceof Triangulation triangulation) {
      int[] degrees = triangulation.degrees().stream().mapToInt(Integer::intValue).toArray();
      return pairs(((BoxCell) cell.kernel).triangulate(degrees), cell.exact.triangulate());
    }
    return List.of();
  }

  private static List<Both> pairs(List<? extends Cell> kernel, List<TreeCell> exact) {
    List<Both> pairs = new ArrayList<>();
    for (int i = 0; i < kernel.size(); i++) {
      pairs.add(new Both(kernel.get(i), exact.get(i)));
    }
    return pairs;
  }

  /** A leaf is wrong if the bounds of any form are, and proved if those of all are right. */
  private void audit(Tree tree, Rule rule, Both cell) {
    Set<Status> found = EnumSet.noneOf(Status.class);
    for (int form = 0; form < tree.oracles().size(); form++) {
      found.add(violation(tree, rule, cell, form));
    }
    if (found.contains(Status.SATISFIABLE)) {
      wrong.add(leaf);
    } else if (found.contains(Status.UNKNOWN)) {
      tooHard++;
    } else {
      proved++;
    }
  }

  private static Status violation(Tree tree, Rule rule, Both cell, int form) {
    ExactCell exact = cell.exact.cell();
    LeafOracle oracle = tree.oracles().get(form);
    if (oracle.openSigns(exact) > MOST_OPEN_SIGNS) {
      return Status.UNKNOWN;
    }
    if (cell.kernel instanceof SimplexCell simplex && rule instanceof SimplexLeaf simplexLeaf) {
      SimplexBounds bounds = simplex.bounds(simplexLeaf.layer());
      return oracle.violation((ExactSimplex) exact, bounds.lower(form), bounds.upper(form));
    }
    if (cell.kernel instanceof BoxCell box) {
      BoxBounds bounds = tree.kernel.bounds(box);
      return oracle.violation((ExactBox) exact, bounds.lower(form), bounds.upper(form));
    }
    return Status.UNKNOWN;
  }
}
