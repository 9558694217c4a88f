package surety.language.ide.signature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The words between the beginning of what is being written and a place in it. They tell where one
 * is, whatever the parser made of them, and whatever comes behind.
 */
final class WordsBefore {
  /** Who writes more into one of them does not read what it takes. */
  private static final int MOST_WORDS = 100_000;

  private WordsBefore() {}

  /**
   * From the last border on; nothing in a comment.
   *
   * @param borders words that it does not go beyond
   */
  static List<String> in(ICompositeNode root, int offset, Set<String> borders) {
    ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, Math.max(0, offset - 1));
    return leaf == null || isInComment(leaf, offset) ? List.of() : words(leaf, offset, borders);
  }

  /** At the end of a comment one still writes it, unless it was closed. */
  private static boolean isInComment(ILeafNode leaf, int offset) {
    String text = leaf.getText();
    boolean isClosed = text.endsWith("*/") && offset == leaf.getTotalEndOffset();
    return leaf.isHidden() && (text.startsWith("//") || (text.startsWith("/*") && !isClosed));
  }

  private static List<String> words(ILeafNode last, int end, Set<String> borders) {
    Deque<String> words = new ArrayDeque<>();
    INode node = last;
    while (node != null && words.size() < MOST_WORDS) {
      if (node instanceof ILeafNode leaf && isWord(leaf) && leaf.getTotalOffset() < end) {
        if (borders.contains(leaf.getText())) {
          break;
        }
        words.addFirst(leaf.getText());
      }
      node = before(node);
    }
    return List.copyOf(words);
  }

  /** A text without its end is hidden from the parser, but it is there. */
  private static boolean isWord(ILeafNode leaf) {
    return !leaf.isHidden() || leaf.getText().startsWith("\"");
  }

  /** The leaf before a leaf. */
  private static INode before(INode leaf) {
    INode node = leaf;
    while (node != null && node.getPreviousSibling() == null) {
      node = node.getParent();
    }
    node = node == null ? null : node.getPreviousSibling();
    while (node instanceof ICompositeNode composite && composite.getLastChild() != null) {
      node = composite.getLastChild();
    }
    return node;
  }
}
