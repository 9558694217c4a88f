package surety.solver.witness;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.ScaledInterval;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.proof.BoxSplit;
import surety.certificates.proof.EdgeSplit;
import surety.certificates.proof.KnotSplit;
import surety.certificates.proof.ProofReader;
import surety.certificates.proof.Rule;
import surety.certificates.proof.Triangulation;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;

/**
 * The leaves of a proof tree with exact coordinates, read one after the other, in memory that only
 * grows with the depth of the tree. Together with {@link #outside} they cover all inputs. The tree
 * is one that the kernel accepts; of others only what cannot be walked at all is refused.
 */
public final class ProofLeaves {
  private final List<RandomCoordinate> coordinates;
  private final ProofReader reader;
  private final ExactBox rootBox;
  private final Deque<TreeCell> open = new ArrayDeque<>();

  /**
   * Reads a tree.
   *
   * @param inputs of the statement
   * @param truncations one for each random input, as in the certificate
   * @param tree the rules; should be buffered
   */
  public ProofLeaves(List<Input> inputs, List<Truncation> truncations, InputStream tree) {
    List<RandomInput> random =
        inputs.stream().filter(RandomInput.class::isInstance).map(RandomInput.class::cast).toList();
    if (truncations.size() != random.size()) {
      throw new IllegalArgumentException(
          "%d truncations for %d random inputs".formatted(truncations.size(), random.size()));
    }
    coordinates = random.stream().map(r -> RandomCoordinate.of(r.distribution())).toList();
    reader = new ProofReader(tree);
    rootBox =
        new ExactBox(
            IntStream.range(0, random.size())
                .mapToObj(
                    q ->
                        coordinates
                            .get(q)
                            .truncatedTo(truncations.get(q).lower(), truncations.get(q).upper()))
                .toList());
    open.push(TreeCell.root(rootBox, masses(random)));
  }

  /** Products of the marginals' masses, with the ends mapped back to z in plain doubles. */
  private static BoxMass masses(List<RandomInput> random) {
    List<Marginal> marginals = random.stream().map(r -> Marginal.of(r.distribution())).toList();
    return (lower, upper) -> {
      double mass = 1;
      for (int q = 0; q < lower.length; q++) {
        mass *= mass(marginals.get(q), lower[q], upper[q]);
      }
      return mass;
    };
  }

  private static double mass(Marginal marginal, double lower, double upper) {
    double scale = marginal.scale().middle();
    double shift = marginal.shift().middle();
    double from = Math.max((lower - shift) / scale, marginal.domainLower().upper());
    double to = Math.min((upper - shift) / scale, marginal.domainUpper().lower());
    if (!(from < to)) {
      return 0;
    }
    ScaledInterval mass = marginal.mass(Interval.of(from), Interval.of(to));
    return Math.scalb(mass.value().upper(), mass.scale());
  }

  /** Where a tree can be read from its start. */
  @FunctionalInterface
  public interface Tree {
    /** The tree's bytes, buffered; closed by the caller. */
    InputStream open() throws IOException;
  }

  /** All leaves of a tree, and the boxes outside it. */
  public static LeafSource source(List<Input> inputs, List<Truncation> truncations, Tree tree) {
    return visitor -> {
      try (InputStream in = tree.open()) {
        ProofLeaves leaves = new ProofLeaves(inputs, truncations, in);
        while (leaves.hasNext()) {
          if (!visitor.visit(leaves.next())) {
            return false;
          }
        }
        return leaves.outside().stream().allMatch(visitor::visit);
      }
    };
  }

  /** Whether there are more leaves, in the order of the tree; holes are leaves, too. */
  public boolean hasNext() {
    return !open.isEmpty();
  }

  /**
   * The next leaf.
   *
   * @throws RejectedException if the rest of the tree cannot be read
   */
  public Leaf next() throws IOException, RejectedException {
    while (!open.isEmpty()) {
      TreeCell cell = open.pop();
      Rule rule = reader.next(coordinates.size());
      List<TreeCell> parts = cell.isSimplex() ? partsOfSimplex(rule, cell) : partsOfBox(rule, cell);
      if (parts.isEmpty()) {
        return cell;
      }
      for (int i = parts.size() - 1; i >= 0; i--) {
        open.push(parts.get(i));
      }
    }
    throw new NoSuchElementException("all leaves of the tree have been read");
  }

  private List<TreeCell> partsOfBox(Rule rule, TreeCell box) throws RejectedException {
    if (rule instanceof BoxSplit split) {
      RandomCoordinate coordinate = element(coordinates, split.coordinate());
      if (!Double.isFinite(split.value())) {
        throw invalid("a box is cut at " + split.value());
      }
      return box.cutBox(split.coordinate(), coordinate.input(Rational.ofDouble(split.value())));
    }
    if (rule instanceof KnotSplit split) {
      RandomCoordinate coordinate = element(coordinates, split.coordinate());
      return box.cutBox(split.coordinate(), element(coordinate.knots(), split.knot()));
    }
    if (rule instanceof Triangulation) {
      return box.triangulate();
    }
    if (rule instanceof EdgeSplit) {
      throw invalid("a box is cut like a simplex");
    }
    return List.of();
  }

  private List<TreeCell> partsOfSimplex(Rule rule, TreeCell simplex) throws RejectedException {
    if (rule instanceof EdgeSplit split) {
      if (split.i() < 0 || split.i() >= split.j() || split.j() > coordinates.size()) {
        throw invalid("there is no edge from vertex " + split.i() + " to " + split.j());
      }
      return simplex.cutEdge(split.i(), split.j(), split.ratio());
    }
    if (rule instanceof BoxSplit || rule instanceof KnotSplit || rule instanceof Triangulation) {
      throw invalid("a simplex is cut like a box");
    }
    return List.of();
  }

  private static <T> T element(List<T> list, int index) throws RejectedException {
    if (index < 0 || index >= list.size()) {
      throw invalid("there is no coordinate or knot " + index);
    }
    return list.get(index);
  }

  private static RejectedException invalid(String message) {
    return new RejectedException(new ProblemRejection.Unsuitable(message));
  }

  /** Boxes that cover what the truncations leave out; they overlap. */
  public List<Leaf> outside() {
    List<Leaf> outside = new ArrayList<>();
    ExactBox all = new ExactBox(coordinates.stream().map(RandomCoordinate::domain).toList());
    for (int q = 0; q < coordinates.size(); q++) {
      Range domain = coordinates.get(q).domain();
      Range root = rootBox.ranges().get(q);
      if (domain.lower().isEmpty()) {
        outside.add(new WeightedCell(all.with(q, new Range(Optional.empty(), root.lower())), 0));
      }
      if (domain.upper().isEmpty()) {
        outside.add(new WeightedCell(all.with(q, new Range(root.upper(), Optional.empty())), 0));
      }
    }
    return outside;
  }
}
