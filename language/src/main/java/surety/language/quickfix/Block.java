package surety.language.quickfix;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * A declaration that ends with a closing brace, to which lines are added.
 *
 * @param parts what stands between the braces
 */
record Block(EObject declaration, List<? extends EObject> parts) {
  /**
   * Adds lines at the end: each on a line of its own if the closing brace is, else all on its line.
   */
  Edit addition(Lines lines, List<String> added) {
    int brace = NodeModelUtils.getNode(declaration).getEndOffset() - 1;
    if (!lines.isFirst(brace)) {
      String before = Character.isWhitespace(lines.text().charAt(brace - 1)) ? "" : " ";
      return Edit.insertion(brace, before + String.join(" ", added) + " ");
    }
    String indent =
        parts.stream()
            .map(part -> NodeModelUtils.getNode(part).getOffset())
            .filter(lines::isFirst)
            .map(lines::indent)
            .findFirst()
            .orElse(lines.indent(brace) + "  ");
    return Edit.insertion(
        lines.start(brace),
        added.stream()
            .map(line -> indent + line + lines.separator())
            .collect(Collectors.joining()));
  }
}
