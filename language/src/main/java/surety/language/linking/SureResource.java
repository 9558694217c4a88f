package surety.language.linking;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;

/**
 * The syntax tree and the model of a specification.
 *
 * <p>When a name is found, Xtext composes the message that it would have if it were not, in order
 * to take that message back; and ours name what was probably meant, for which all names are
 * compared. Here nothing is composed where there is no message to take back.
 */
public class SureResource extends LazyLinkingResource {
  @Override
  protected void removeDiagnostic(Triple<EObject, EReference, INode> found) {
    int offset = found.getThird().getTotalOffset();
    int end = found.getThird().getTotalEndOffset();
    boolean hasMessage =
        getErrors().stream()
            .anyMatch(
                error ->
                    error instanceof AbstractDiagnostic message
                        && offset <= message.getOffset()
                        && message.getOffset() <= end);
    if (hasMessage) {
      super.removeDiagnostic(found);
    }
  }
}
