package surety.certificates.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.BranchDomain;
import surety.certificates.cell.Cell;
import surety.certificates.cell.Inquiry;
import surety.certificates.cell.LeafEvaluator;
import surety.certificates.cell.Problem;
import surety.certificates.cell.SimplexCell;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TreeRejection;

/**
 * Walks the proof trees of a law's branches, one after the other, each from its root box, and
 * computes the bounds that follow from them.
 *
 * <p>Sound: every cell of the stack is cut by a rule into parts that partition it, or is a leaf,
 * and the walk of a tree ends only when no cell is left. So the leaves partition the root box.
 * Memory is bounded by the depth of the trees, never by their size.
 */
public final class TreeBounds {
  /** No cell may be made by more cuts than that. */
  public static final int MOST_DEPTH = 10_000;

  /** Depth times inputs: each open cell has a side or more for each input. */
  private static final int MOST_SIDES = 10_000_000;

  private final Problem problem;
  private final ProofReader reader;
  private final LeafPool pool;
  private final Deque<Cell> open = new ArrayDeque<>();
  private int dimension;
  private long cells;

  private TreeBounds(Problem problem, InputStream tree, LeafPool pool) {
    this.problem = problem;
    this.reader = new ProofReader(tree);
    this.pool = pool;
  }

  /**
   * The bounds and the number of leaves.
   *
   * @param bounds one for a quantity, of a cdf one for each point of its grid
   */
  public record Outcome(List<Enclosure> bounds, long leaves) {
    /** Keeps its own list. */
    public Outcome {
      bounds = List.copyOf(bounds);
    }
  }

  /**
   * Computes the bounds of a problem's claim.
   *
   * @param numbers those that are free in what the claim asks
   * @param tree the rules of all trees, read up to the end of the last one and not further
   * @param threads how many threads evaluate leaves; makes no difference to the result
   * @throws RejectedException if the tree is no proof, or the numbers are not what the claim needs
   * @throws surety.certificates.stop.StoppedException if somebody stops the problem's computations
   */
  public static Outcome compute(
      Problem problem, List<Rational> numbers, InputStream tree, int threads)
      throws IOException, RejectedException {
    try (LeafPool pool = new LeafPool(Inquiry.of(problem, numbers), threads, problem.stop())) {
      new TreeBounds(problem, tree, pool).walk();
      LeafEvaluator sum = pool.finish();
      return new Outcome(sum.bounds(), sum.leaves());
    }
  }

  private void walk() throws IOException, RejectedException {
    for (BranchDomain branch : problem.branches()) {
      walk(branch);
    }
  }

  private void walk(BranchDomain branch) throws IOException, RejectedException {
    dimension = branch.dimension();
    open.push(branch.root());
    while (!open.isEmpty()) {
      problem.stop().check();
      Cell cell = open.pop();
      cells++;
      Rule rule = reader.next(dimension);
      try {
        visit(cell, rule);
      } catch (RejectedException e) {
        throw new RejectedException(new TreeRejection.At("cell", cells, e.rejection()));
      }
    }
  }

  private void visit(Cell cell, Rule rule) throws RejectedException {
    if (cell.depth() > mostDepth()) {
      throw new RejectedException(new TreeRejection.TooDeep(mostDepth()));
    }
    if (cell instanceof BoxCell box) {
      apply(rule, box);
    } else {
      apply(rule, (SimplexCell) cell);
    }
  }

  private int mostDepth() {
    return Math.min(MOST_DEPTH, MOST_SIDES / Math.max(1, dimension));
  }

  private void apply(Rule rule, BoxCell box) throws RejectedException {
    if (rule instanceof BoxSplit split) {
      push(box.cut(split.coordinate(), split.value()));
    } else if (rule instanceof KnotSplit split) {
      push(box.cutAtKnot(split.coordinate(), split.knot()));
    } else if (rule instanceof Triangulation triangulation) {
      push(box.triangulate(triangulation.degrees().stream().mapToInt(Integer::intValue).toArray()));
    } else if (rule instanceof BoxLeaf) {
      pool.add(evaluator -> evaluator.add(box));
    } else {
      refuse(rule, "box");
    }
  }

  private void apply(Rule rule, SimplexCell simplex) throws RejectedException {
    if (rule instanceof EdgeSplit split) {
      push(simplex.cut(split.i(), split.j(), split.ratio()));
    } else if (rule instanceof SimplexLeaf leaf) {
      pool.add(evaluator -> evaluator.add(simplex, leaf.layer(), leaf.degree()));
    } else {
      refuse(rule, "simplex");
    }
  }

  private void push(List<? extends Cell> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      open.push(parts.get(i));
    }
  }

  private static void refuse(Rule rule, String cell) throws RejectedException {
    if (rule instanceof Hole) {
      throw new RejectedException(new TreeRejection.Hole());
    }
    throw new RejectedException(new TreeRejection.OtherCell(rule.getClass().getSimpleName(), cell));
  }
}
