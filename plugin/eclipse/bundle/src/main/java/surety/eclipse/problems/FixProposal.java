package surety.eclipse.problems;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/**
 * One quick fix in the list that the editor opens.
 *
 * @param repair what it does
 */
record FixProposal(Repair repair) implements ICompletionProposal {
  @Override
  public void apply(IDocument document) {
    repair.run();
  }

  @Override
  public Point getSelection(IDocument document) {
    return null;
  }

  @Override
  public String getDisplayString() {
    return repair.title();
  }

  @Override
  public String getAdditionalProposalInfo() {
    return Problem.message(repair.diagnostic());
  }

  @Override
  public Image getImage() {
    return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJ_ELEMENT);
  }

  @Override
  public IContextInformation getContextInformation() {
    return null;
  }
}
