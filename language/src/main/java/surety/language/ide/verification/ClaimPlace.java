package surety.language.ide.verification;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Element;
import surety.language.sure.SureFile;

/**
 * Where a property or query is in a document as it reads now.
 *
 * @param head from its first word to the end of its name
 * @param end where its declaration ends
 */
record ClaimPlace(String name, Range head, Position end) {

  /** All that have a name, in their order. */
  static List<ClaimPlace> all(Document document, XtextResource resource) {
    List<ClaimPlace> places = new ArrayList<>();
    if (!resource.getContents().isEmpty()
        && resource.getContents().get(0) instanceof SureFile file) {
      for (Element element : file.getElements()) {
        if (element instanceof ClaimDeclaration claim && claim.getName() != null) {
          places.add(of(document, claim));
        }
      }
    }
    return places;
  }

  private static ClaimPlace of(Document document, ClaimDeclaration claim) {
    INode all = NodeModelUtils.getNode(claim);
    INode name =
        NodeModelUtils.findNodesForFeature(
                claim, surety.language.sure.SurePackage.Literals.CLAIM_DECLARATION__NAME)
            .get(0);
    Range head =
        new Range(
            document.getPosition(all.getOffset()),
            document.getPosition(name.getOffset() + name.getLength()));
    return new ClaimPlace(
        claim.getName(), head, document.getPosition(all.getOffset() + all.getLength()));
  }

  /** Whether a position is in its head. */
  boolean isAt(Position position) {
    return position.getLine() >= head.getStart().getLine()
        && position.getLine() <= head.getEnd().getLine()
        && (position.getLine() > head.getStart().getLine()
            || position.getCharacter() >= head.getStart().getCharacter())
        && (position.getLine() < head.getEnd().getLine()
            || position.getCharacter() <= head.getEnd().getCharacter());
  }
}
