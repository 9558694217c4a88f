package surety.eclipse.problems;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;

/**
 * The problems under the pointer in a file outside of the workspace, with their fixes; for markers
 * the editor has one of its own.
 */
public final class ProblemHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
  @Override
  public List<ProblemAnnotation> getHoverInfo2(ITextViewer viewer, IRegion region) {
    IAnnotationModel model =
        viewer instanceof ISourceViewer source ? source.getAnnotationModel() : null;
    List<ProblemAnnotation> problems =
        model == null
            ? List.of()
            : ProblemAnnotation.at(model, viewer.getDocument(), region.getOffset());
    return problems.isEmpty() ? null : problems;
  }

  /** Only for those who do not know of {@link #getHoverInfo2}. */
  @Deprecated
  @Override
  public String getHoverInfo(ITextViewer viewer, IRegion region) {
    List<ProblemAnnotation> problems = getHoverInfo2(viewer, region);
    return problems == null
        ? null
        : problems.stream().map(ProblemAnnotation::getText).collect(Collectors.joining("\n"));
  }

  @Override
  public IRegion getHoverRegion(ITextViewer viewer, int offset) {
    return new Region(offset, 0);
  }

  @Override
  public IInformationControlCreator getHoverControlCreator() {
    return ProblemControl::new;
  }
}
