package surety.solver.search;

import java.util.Deque;
import java.util.List;

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

  /** Puts the parts on a stack, the first one on top. */
  default void pushParts(Deque<TreeNode> stack) {
    List<? extends TreeNode> parts = parts();
    for (int k = parts.size() - 1; k >= 0; k--) {
      stack.push(parts.get(k));
    }
  }
}
