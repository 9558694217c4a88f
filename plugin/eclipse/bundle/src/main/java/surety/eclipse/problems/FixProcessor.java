package surety.eclipse.problems;

import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;

/** The quick fixes of problems in files outside of the workspace; markers have theirs already. */
public final class FixProcessor implements IQuickAssistProcessor {
  @Override
  public String getErrorMessage() {
    return null;
  }

  @Override
  public boolean canFix(Annotation annotation) {
    return annotation instanceof ProblemAnnotation problem && !problem.repairs().isEmpty();
  }

  @Override
  public boolean canAssist(IQuickAssistInvocationContext place) {
    return false;
  }

  @Override
  public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext place) {
    IAnnotationModel model = place.getSourceViewer().getAnnotationModel();
    IDocument document = place.getSourceViewer().getDocument();
    List<ProblemAnnotation> problems =
        model == null || document == null
            ? List.of()
            : ProblemAnnotation.near(model, document, place.getOffset());
    return problems.stream()
        .flatMap(problem -> problem.repairs().stream())
        .distinct()
        .map(FixProposal::new)
        .toArray(ICompletionProposal[]::new);
  }
}
