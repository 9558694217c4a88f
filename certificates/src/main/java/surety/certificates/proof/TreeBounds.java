package surety.certificates.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BranchDomain;
import surety.certificates.cell.Cell;
import surety.certificates.cell.FormMoments;
import surety.certificates.cell.Inquiry;
import surety.certificates.cell.LeafEvaluator;
import surety.certificates.cell.Problem;
import surety.certificates.rejection.RejectedException;

/**
 * Walks the proof trees of a law's branches, one after the other, each from its root box, and
 * computes the bounds that follow from them. Subtrees of few rules are walked by other threads.
 *
 * <p>Sound: every cell of the stack is cut by a rule into parts that partition it, or is handed out
 * with the rules of all below it, whose leaves partition it ({@link Fragment}); and the walk of a
 * tree ends only when no cell is left. So the leaves partition the root box. Memory is bounded by
 * the depth of the trees, never by their size.
 */
public final class TreeBounds {
  /** No cell may be made by more rules than that. */
  public static final int MOST_DEPTH = 10_000;

  private final Problem problem;
  private final ProofReader reader;
  private final FragmentPool pool;
  private long cells;

  private TreeBounds(Problem problem, InputStream tree, FragmentPool pool) {
    this.problem = problem;
    this.reader = new ProofReader(tree);
    this.pool = pool;
  }

  /**
   * The bounds and the number of leaves.
   *
   * @param bounds one for a quantity, more for a cdf and for moments
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
   * @param tree the methods, if there are others than trees, and the rules of all trees, read up to
   *     the end of the last one and not further
   * @param threads how many threads evaluate leaves; makes no difference to the result
   * @throws RejectedException if the tree is no proof, or the numbers are not what the claim needs
   * @throws surety.certificates.stop.StoppedException if somebody stops the problem's computations
   */
  public static Outcome compute(
      Problem problem, List<Rational> numbers, InputStream tree, int threads)
      throws IOException, RejectedException {
    Inquiry inquiry = Inquiry.of(problem, numbers);
    PushbackInputStream in = new PushbackInputStream(tree);
    ProofMethods methods = ProofMethods.read(in);
    List<FormMoments> known = methods.moments(problem);
    if (!methods.hasTree()) {
      for (BranchDomain branch : problem.branches()) {
        branch.root(); // where inputs are cut off does not matter, and has to be right all the same
      }
      return new Outcome(inquiry.bounds(known), 0);
    }
    try (FragmentPool pool = new FragmentPool(inquiry, threads, problem.stop())) {
      TreeBounds bounds = new TreeBounds(problem, in, pool);
      bounds.walk();
      LeafEvaluator sum = pool.sum();
      return new Outcome(sum.bounds(known), sum.leaves());
    }
  }

  /** What is wrong further on does not matter if something before it is. */
  private void walk() throws IOException, RejectedException {
    try {
      for (BranchDomain branch : problem.branches()) {
        walk(branch);
      }
    } catch (RejectedException e) {
      pool.join();
      throw e;
    }
    pool.join();
  }

  private void walk(BranchDomain branch) throws IOException, RejectedException {
    RuleWindow window = new RuleWindow(reader, branch.dimension());
    Deque<Cell> open = new ArrayDeque<>();
    open.push(branch.root());
    while (!open.isEmpty() && !pool.hasFailed()) {
      problem.stop().check();
      RuleWindow.Rules next = window.next();
      Cell cell = open.pop();
      if (next.isWhole()) {
        pool.add(new Fragment(cell, next.rules(), cells));
      } else {
        Fragment.push(Fragment.parts(cell, next.rules().get(0), cells), open);
      }
      cells += next.rules().size();
    }
  }
}
