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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.Problem;
import surety.certificates.cell.SimplexCell;
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
import surety.certificates.statement.RandomInput;
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
  private final List<RandomCoordinate> coordinates;
  private final List<LeafOracle> oracles;
  private final Set<Long> wanted;
  private final Stop stop;
  private int proved;
  private int tooHard;
  private final List<Long> wrong = new ArrayList<>();

  private ProofAudit(
      Problem problem,
      List<RandomCoordinate> coordinates,
      List<LeafOracle> oracles,
      Set<Long> wanted,
      Stop stop) {
    this.problem = problem;
    this.coordinates = coordinates;
    this.oracles = oracles;
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
    if (statement.law().independentInputs().isEmpty()) {
      throw new IllegalArgumentException(
          "Z3 is asked about independent inputs only, and these depend on each other");
    }
    try (InputStream in = new BufferedInputStream(new ByteArrayInputStream(certificate))) {
      Header header = Header.read(in);
      Problem problem = Problem.of(statement, networks, header.truncations(), stop);
      List<RandomCoordinate> coordinates = coordinates(statement);
      InputSpace space = InputSpace.of(statement.inputs());
      List<LeafOracle> oracles =
          problem.forms().stream()
              .map(form -> LeafOracle.of(problem.graph(), form, space, stop))
              .toList();
      ProofAudit audit =
          new ProofAudit(problem, coordinates, oracles, sample(leaves, samples), stop);
      audit.walkUntilStopped(in, root(coordinates, header));
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

  private static List<RandomCoordinate> coordinates(Statement statement) {
    return statement.inputs().stream()
        .filter(RandomInput.class::isInstance)
        .map(input -> RandomCoordinate.of(((RandomInput) input).distribution()))
        .toList();
  }

  private static Set<Long> sample(long leaves, int samples) {
    Set<Long> sample = new TreeSet<>();
    SplittableRandom random = new SplittableRandom(leaves);
    while (sample.size() < Math.min(leaves, samples)) {
      sample.add(random.nextLong(leaves));
    }
    return sample;
  }

  private static TreeCell root(List<RandomCoordinate> coordinates, Header header) {
    List<Range> ranges = new ArrayList<>();
    for (int q = 0; q < coordinates.size(); q++) {
      ranges.add(
          coordinates
              .get(q)
              .truncatedTo(
                  header.truncations().get(q).lower(), header.truncations().get(q).upper()));
    }
    return TreeCell.root(new ExactBox(ranges), (lower, upper) -> 1);
  }

  /** A cell as the kernel has it, by enclosures, and exactly. */
  private record Both(Cell kernel, TreeCell exact) {}

  private void walkUntilStopped(InputStream tree, TreeCell root)
      throws IOException, RejectedException {
    try {
      walk(tree, root);
    } catch (StoppedException e) {
      wanted.clear(); // nobody wants the rest
    }
  }

  private void walk(InputStream tree, TreeCell root) throws IOException, RejectedException {
    ProofReader reader = new ProofReader(tree);
    Deque<Both> open = new ArrayDeque<>();
    open.push(new Both(problem.branches().get(0).root(), root));
    long leaf = 0;
    while (!open.isEmpty() && !wanted.isEmpty()) {
      stop.check();
      Both cell = open.pop();
      Rule rule = reader.next(coordinates.size());
      List<Both> parts = parts(rule, cell);
      for (int i = parts.size() - 1; i >= 0; i--) {
        open.push(parts.get(i));
      }
      if (parts.isEmpty()) {
        if (wanted.remove(leaf)) {
          audit(rule, cell, leaf);
        }
        leaf++;
      }
    }
  }

  private List<Both> parts(Rule rule, Both cell) throws RejectedException {
    if (rule instanceof EdgeSplit split) {
      return pairs(
          ((SimplexCell) cell.kernel).cut(split.i(), split.j(), split.ratio()),
          cell.exact.cutEdge(split.i(), split.j(), split.ratio()));
    }
    if (rule instanceof BoxSplit split) {
      Rational value = Rational.ofDouble(split.value());
      return pairs(
          ((BoxCell) cell.kernel).cut(split.coordinate(), split.value()),
          cell.exact.cutBox(split.coordinate(), coordinates.get(split.coordinate()).input(value)));
    }
    if (rule instanceof KnotSplit split) {
      return pairs(
          ((BoxCell) cell.kernel).cutAtKnot(split.coordinate(), split.knot()),
          cell.exact.cutBox(
              split.coordinate(), coordinates.get(split.coordinate()).knots().get(split.knot())));
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
  private void audit(Rule rule, Both cell, long leaf) {
    Set<Status> found = EnumSet.noneOf(Status.class);
    for (int form = 0; form < oracles.size(); form++) {
      found.add(violation(rule, cell, form));
    }
    if (found.contains(Status.SATISFIABLE)) {
      wrong.add(leaf);
    } else if (found.contains(Status.UNKNOWN)) {
      tooHard++;
    } else {
      proved++;
    }
  }

  private Status violation(Rule rule, Both cell, int form) {
    ExactCell exact = cell.exact.cell();
    LeafOracle oracle = oracles.get(form);
    if (oracle.openSigns(exact) > MOST_OPEN_SIGNS) {
      return Status.UNKNOWN;
    }
    if (cell.kernel instanceof SimplexCell simplex && rule instanceof SimplexLeaf simplexLeaf) {
      SimplexBounds bounds = simplex.bounds(simplexLeaf.layer());
      return oracle.violation((ExactSimplex) exact, bounds.lower(form), bounds.upper(form));
    }
    if (cell.kernel instanceof BoxCell box) {
      BoxBounds bounds = problem.branches().get(0).bounds(box);
      return oracle.violation((ExactBox) exact, bounds.lower(form), bounds.upper(form));
    }
    return Status.UNKNOWN;
  }
}
