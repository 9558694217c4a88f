package surety.language.translation;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Parts of a specification as they were written. */
public final class Text {
  private static final int LONGEST_QUOTE = 60;

  private Text() {}

  /**
   * The text of a part, in one line: comments are left out, blanks and line breaks become one
   * blank. Empty if the part was not parsed.
   */
  public static String of(EObject part) {
    ICompositeNode node = NodeModelUtils.getNode(part);
    return node == null ? "" : of(node);
  }

  private static String of(INode node) {
    StringBuilder text = new StringBuilder();
    boolean separated = false;
    for (ILeafNode leaf : node.getLeafNodes()) {
      if (leaf.isHidden()) {
        separated = true;
        continue;
      }
      if (separated && text.length() > 0) {
        text.append(' ');
      }
      text.append(leaf.getText());
      separated = false;
    }
    return text.toString();
  }

  /** The text of a part for a message: the beginning only, if it is long. */
  public static String quoted(EObject part) {
    return "'" + shortened(of(part)) + "'";
  }

  /** The beginning of a long text. */
  static String shortened(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
  }
}
