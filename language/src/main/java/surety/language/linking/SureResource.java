package surety.language.linking;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.AbstractDiagnostic;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;
import surety.language.memory.ElementMemory;

/**
 * The syntax tree and the model of a specification.
 *
 * <p>When a name is found, Xtext composes the message that it would have if it were not, in order
 * to take that message back; and ours name what was probably meant, for which all names are
 * compared. Here nothing is composed where there is no message to take back.
 */
public class SureResource extends LazyLinkingResource {
  private ElementMemory memory = new ElementMemory();

  /** What is known of its elements. */
  public ElementMemory memory() {
    return memory;
  }

  /** The memory of the specification that a part stands in. */
  public static ElementMemory memoryAround(EObject part) {
    return ((SureResource) part.eResource()).memory;
  }

  /** It is a document that was read before. */
  public void remember(ElementMemory earlier) {
    memory = earlier;
  }

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
