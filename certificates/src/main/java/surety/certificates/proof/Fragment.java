package surety.certificates.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Cell;
import surety.certificates.cell.LeafEvaluator;
import surety.certificates.cell.SimplexCell;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.Rejection;
import surety.certificates.rejection.TreeRejection;
import surety.certificates.stop.Stop;

/**
 * A cell of a proof tree and the rules of it and of all below it, in pre-order.
 *
 * @param first how many cells there are before it
 */
record Fragment(Cell cell, List<Rule> rules, long first) {
  /** Depth times inputs: each open cell has a side or more for each input. */
  private static final int MOST_SIDES = 10_000_000;

  /**
   * Walks the subtree and adds up its leaves.
   *
   * <p>Sound: every cell of the stack is cut by a rule into parts that partition it, or is a leaf,
   * and the walk ends only when no cell is left. So the leaves partition the cell.
   */
  void walk(LeafEvaluator evaluator, Stop stop) throws RejectedException {
    Deque<Cell> open = new ArrayDeque<>();
    open.push(cell);
    for (int k = 0; !open.isEmpty(); k++) {
      stop.check();
      Cell next = open.pop();
      Rule rule = rules.get(k);
      if (rule instanceof BoxLeaf && next instanceof BoxCell box) {
        requireDepth(next, first + k);
        evaluator.add(box);
      } else if (rule instanceof SimplexLeaf leaf && next instanceof SimplexCell simplex) {
        requireDepth(next, first + k);
        evaluator.add(simplex, leaf.layer(), leaf.degree());
      } else {
        push(parts(next, rule, first + k), open);
      }
    }
  }

  static void push(List<? extends Cell> parts, Deque<Cell> open) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      open.push(parts.get(i));
    }
  }

  /**
   * What a rule makes of a cell.
   *
   * @param before how many cells there are before it
   */
  static List<? extends Cell> parts(Cell cell, Rule rule, long before) throws RejectedException {
    requireDepth(cell, before);
    try {
      if (rule instanceof BoxCut cut && cell instanceof BoxCell box) {
        return cut.parts(box);
      }
      if (rule instanceof EdgeSplit split && cell instanceof SimplexCell simplex) {
        return simplex.cut(split.i(), split.j(), split.ratio());
      }
    } catch (RejectedException e) {
      throw at(before, e.rejection());
    }
    throw at(
        before,
        rule instanceof Hole
            ? new TreeRejection.Hole()
            : new TreeRejection.OtherCell(
                rule.getClass().getSimpleName(), cell instanceof BoxCell ? "box" : "simplex"));
  }

  private static void requireDepth(Cell cell, long before) throws RejectedException {
    int most = Math.min(TreeBounds.MOST_DEPTH, MOST_SIDES / Math.max(1, cell.dimension()));
    if (cell.depth() > most) {
      throw at(before, new TreeRejection.TooDeep(most));
    }
  }

  private static RejectedException at(long before, Rejection what) {
    return new RejectedException(new TreeRejection.At("cell", before + 1, what));
  }
}
