package surety.solver.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import surety.certificates.stop.Stop;

/**
 * A cell of the tree as the search has it: a leaf, or cut into parts. It is in plain doubles, and
 * beside the kernel's cells, since a search makes millions of them and nothing of them is believed:
 * only the rules are handed over, by which the kernel cuts cells of its own.
 */
sealed interface TreeNode permits BoxNode, SimplexCell {
  /** In the search's units. */
  double mass();

  /** What it was cut into, in the kernel's order; nothing of a leaf. */
  List<? extends TreeNode> parts();

  /** Is told of cells. */
  @FunctionalInterface
  interface Visitor<E extends Exception> {
    /** A cell, before its parts. */
    void visit(TreeNode node) throws E;
  }

  /** Visits it and all below it in the kernel's order, unless stopped; depth costs no stack. */
  default <E extends Exception> void walk(Stop stop, Visitor<E> visitor) throws E {
    Deque<TreeNode> open = new ArrayDeque<>();
    open.push(this);
    while (!open.isEmpty()) {
      stop.check();
      TreeNode node = open.pop();
      visitor.visit(node);
      List<? extends TreeNode> parts = node.parts();
      for (int k = parts.size() - 1; k >= 0; k--) {
        open.push(parts.get(k));
      }
    }
  }
}
